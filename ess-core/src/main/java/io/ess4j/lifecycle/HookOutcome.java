package io.ess4j.lifecycle;

/** What becomes of an instance when all of its hooks have ended. */
public enum HookOutcome {
    /** It goes into service. */
    JOINS,
    /** It is taken out again: released if the group releases it, otherwise only removed. */
    ROLLED_BACK,
    /** It goes on leaving. */
    LEAVES,
    /** It stays in the group and goes back into service. */
    RETURNS;

    static HookOutcome of(LifecycleTransition transition, HookResult result) {
        if (transition == LifecycleTransition.SCALE_OUT) {
            return result == HookResult.CONTINUE ? JOINS : ROLLED_BACK;
        }
        return result == HookResult.ROLLBACK ? RETURNS : LEAVES;
    }
}

package io.ess4j.lifecycle;

import java.util.List;

/**
 * Which hooks of the group one activity meets (guide map C-17-7).
 *
 * @param disabled whether it meets none
 * @param ignored names of hooks that it passes by; unknown names are allowed
 */
public record HookScope(boolean disabled, List<String> ignored) {
    /** Every hook: rules, checks, and removing by hand. */
    public static final HookScope ALL = new HookScope(false, List.of());

    /** No hook: attaching and detaching by hand, unless asked otherwise. */
    public static final HookScope NONE = new HookScope(true, List.of());

    public HookScope {
        ignored = LifecycleChecks.distinct("ignored hook", ignored);
    }

    /**
     * All hooks but some.
     *
     * @param names the hooks to pass by
     * @return the scope
     */
    public static HookScope ignoring(String... names) {
        return new HookScope(false, List.of(names));
    }

    /**
     * The hooks that an instance waits in.
     *
     * @param hooks the hooks of the group
     * @param transition whether it joins or leaves
     * @return those that apply, in the same order
     */
    public List<LifecycleHook> applying(List<LifecycleHook> hooks, LifecycleTransition transition) {
        return hooks.stream()
                .filter(hook -> !disabled && hook.transition() == transition && !ignored.contains(hook.name()))
                .toList();
    }
}

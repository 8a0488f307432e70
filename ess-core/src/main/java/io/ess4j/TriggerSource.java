package io.ess4j;

import static java.util.Objects.requireNonNull;

/** Who triggered an activity, in the words of the service (guide map C-16-5). */
public enum TriggerSource {
    /** An alarm task, whether somebody made it or it belongs to a target-tracking rule. */
    CMS("Cms"),
    /** Somebody who called an operation. */
    API("Api"),
    /** The service itself: its checks, its scheduled tasks, and what it replaces by itself. */
    ESS("Ess");

    private final String word;

    TriggerSource(String word) {
        this.word = word;
    }

    /**
     * Who a trigger comes from. A rebalance counts as asked for by somebody; automatic ones are the service's own,
     * which the trigger does not tell.
     *
     * @param trigger a trigger
     * @return the source
     */
    public static TriggerSource of(Trigger trigger) {
        requireNonNull(trigger, "trigger");
        if (trigger instanceof Trigger.Alarm) {
            return CMS;
        }
        boolean asked = trigger instanceof Trigger.Execute
                || trigger instanceof Trigger.Adjust
                || trigger instanceof Trigger.SetCapacity
                || trigger instanceof Trigger.DesiredMode
                || trigger instanceof Trigger.Attach
                || trigger instanceof Trigger.Remove
                || trigger instanceof Trigger.Rebalance;
        return asked ? API : ESS;
    }

    /** Returns the documented word, such as {@code Cms}. */
    @Override
    public String toString() {
        return word;
    }
}

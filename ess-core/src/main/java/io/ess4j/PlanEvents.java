package io.ess4j;

import io.ess4j.event.EventContent;
import io.ess4j.event.EventType;
import io.ess4j.event.ScalingEvent;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/** Says what to tell about a plan: the event when it is refused, begins, or has ended (guide map G1.8-1 to G1.8-15). */
public final class PlanEvents {
    private PlanEvents() {}

    /**
     * Whom and what an event is about; ids are the caller's.
     *
     * @param region the region of the group
     * @param user the owner of the group
     * @param group the id of the group
     * @param request the id of the request
     * @param activity the id of the activity
     */
    public record Subject(String region, String user, String group, String request, String activity) {}

    /**
     * Why the activity of a plan happens, in the words of the service: {@code A scheduled task changed the desired
     * capacity managed by the scaling activity from "3" to "3".} (guide 3.4).
     *
     * @param plan a plan
     * @return a sentence
     */
    public static String cause(ScalingPlan plan) {
        String who = plan.trigger() instanceof Trigger.Scheduled scheduled
                ? "A scheduled task (" + scheduled.task() + ")"
                : "A request";
        if (plan.trigger() instanceof Trigger.Alarm) {
            who = "An alarm task";
        } else if (plan.trigger() instanceof Trigger.Check) {
            who = "A check";
        }
        boolean led = plan.before().desired().isPresent();
        String what = led ? "desired capacity" : "Total Capacity";
        long from =
                led ? plan.before().desired().getAsInt() : plan.before().fleet().capacity();
        long to = led ? plan.desired().orElseThrow() : plan.after().fleet().capacity();
        return who + " changed the " + what + " managed by the scaling activity from \"" + from + "\" to \"" + to
                + "\".";
    }

    /**
     * The event when a plan is accepted or refused. Its total capacity is the weighted total (guide map G1.8-12).
     *
     * @param plan a plan
     * @param subject whom it is about
     * @return a rejection, or the start of scaling out or in; a plan that replaces starts by scaling out
     */
    public static ScalingEvent begun(ScalingPlan plan, Subject subject) {
        EventType type = plan.isRejected() ? EventType.SCALE_REJECT : EventType.ofStart(direction(plan));
        long total = plan.before().fleet().capacity();
        String description = plan.isRejected()
                ? "Rejected: " + ((Decision.Rejected) plan.decision()).reason()
                : (type == EventType.SCALE_OUT_START ? "Add \"" : "Remove \"") + planned(plan) + "\" ECS instance";
        return event(plan, subject, type, description, plan.at(), total, List.of());
    }

    /**
     * The event when the activity of a plan has ended.
     *
     * @param plan a plan that was carried out
     * @param subject whom it is about
     * @param reached the ids of the instances that joined or left
     * @param end when it ended
     * @param now the state then
     * @return success if all were reached, an error if none was, a warning in between
     * @throws IllegalArgumentException if more were reached than planned, or it ended before it began
     */
    public static ScalingEvent ended(
            ScalingPlan plan, Subject subject, List<String> reached, Instant end, GroupState now) {
        EventType type = EventType.ofEnd(direction(plan), planned(plan), reached.size());
        String verb = direction(plan) == EventType.Direction.OUT ? "added" : "removed";
        String description = "\"" + reached.size() + "\" ECS instances are " + verb;
        return event(
                plan,
                subject,
                type,
                description,
                end,
                now.fleet().capacity(),
                type.namesInstances() ? reached : List.of());
    }

    private static EventType.Direction direction(ScalingPlan plan) {
        boolean adds = !plan.launches().isEmpty()
                || !plan.starts().isEmpty()
                || !plan.attached().isEmpty();
        return adds ? EventType.Direction.OUT : EventType.Direction.IN;
    }

    /** How many instances join or, if none does, leave. */
    private static int planned(ScalingPlan plan) {
        long joining = plan.launches().stream().mapToLong(l -> l.count()).sum()
                + plan.starts().size()
                + plan.attached().size();
        return (int) (joining > 0 ? joining : plan.removals().size());
    }

    private static ScalingEvent event(
            ScalingPlan plan,
            Subject subject,
            EventType type,
            String description,
            Instant end,
            long total,
            List<String> ids) {
        EventContent content = new EventContent(
                cause(plan),
                description,
                plan.at().truncatedTo(ChronoUnit.MILLIS),
                end.truncatedTo(ChronoUnit.MILLIS),
                subject.request(),
                subject.activity(),
                total,
                type.namesInstances() ? OptionalInt.of(planned(plan)) : OptionalInt.empty(),
                ids);
        return new ScalingEvent(type, subject.region(), subject.user(), subject.group(), content);
    }
}

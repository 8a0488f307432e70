package io.ess4j;

import io.ess4j.event.EventContent;
import io.ess4j.event.EventType;
import io.ess4j.event.ScalingEvent;
import io.ess4j.lifecycle.ActivityReport;
import io.ess4j.lifecycle.ActivityStatus;
import io.ess4j.lifecycle.LifecycleTransition;
import io.ess4j.lifecycle.StepSequence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

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
     * Why the activity of a plan happens, in the words of the service where its documents print them (guide map
     * C-16-3): {@code A user changed the Desired Capacity, changing the Total Capacity from "1" to "2".} (guide 1.8),
     * {@code A scheduled task changed the desired capacity managed by the scaling activity from "3" to "3".} (guide
     * 3.4). The capacities are weighted totals. Which task it was {@link ScalingPlan#explain} tells.
     *
     * @param plan a plan
     * @return a sentence
     */
    public static String cause(ScalingPlan plan) {
        return PlanCause.of(plan);
    }

    /**
     * The event when a plan is accepted or refused. Its total capacity is the weighted total (guide map G1.8-12); a
     * refusal is described in the words of the service where it has some.
     *
     * @param plan a plan
     * @param subject whom it is about
     * @return a rejection, or the start of scaling out or in; a plan that replaces starts by scaling out. Empty if the
     *     plan changes no instance
     */
    public static Optional<ScalingEvent> begun(ScalingPlan plan, Subject subject) {
        long total = plan.before().fleet().capacity();
        if (plan.decision() instanceof Decision.Rejected rejected) {
            Rejection reason = rejected.reason();
            String why = reason.serviceMessage().orElse("Rejected: " + reason);
            return Optional.of(event(plan, subject, EventType.SCALE_REJECT, why, plan.at(), total, List.of()));
        }
        if (!plan.changesInstances()) {
            return Optional.empty();
        }
        EventType type = EventType.ofStart(direction(plan));
        String what = ActivityReport.planned(transition(plan), planned(plan)).description();
        return Optional.of(event(plan, subject, type, what, plan.at(), total, List.of()));
    }

    /**
     * The event when the activity of a plan has ended.
     *
     * @param plan a plan that was carried out and changes instances
     * @param subject whom it is about
     * @param reached the ids of the instances that joined, or, if the plan adds none, that left; others do not count
     * @param end when it ended
     * @param now the state then
     * @return success if all were reached, an error if none was, a warning in between
     * @throws IllegalArgumentException if the plan changes no instance, more joined than planned, or the activity ended
     *     before it began
     */
    public static ScalingEvent ended(
            ScalingPlan plan, Subject subject, List<String> reached, Instant end, GroupState now) {
        if (!plan.changesInstances()) {
            throw new IllegalArgumentException("plan must change an instance to have an activity that ends");
        }
        List<String> counted = counted(plan, reached);
        EventType type = EventType.ofEnd(direction(plan), planned(plan), counted.size());
        return event(
                plan,
                subject,
                type,
                report(plan, counted).statusMessage(),
                end,
                now.fleet().capacity(),
                type.namesInstances() ? counted : List.of());
    }

    /** Those that joined or, if the plan adds none, that left. */
    private static List<String> counted(ScalingPlan plan, List<String> reached) {
        // Membership only; the order of hashing is never seen.
        Set<String> leaving = plan.removals().stream().map(i -> i.id()).collect(Collectors.toSet());
        boolean out = direction(plan) == EventType.Direction.OUT;
        return reached.stream().filter(id -> out != leaving.contains(id)).toList();
    }

    /** How far the activity of a plan came. */
    static ActivityStatus status(ScalingPlan plan, List<String> reached) {
        return ActivityStatus.of(planned(plan), counted(plan, reached).size());
    }

    private static ActivityReport report(ScalingPlan plan, List<String> reached) {
        int failed = planned(plan) - reached.size();
        if (direction(plan) == EventType.Direction.OUT) {
            int started = (int) reached.stream().filter(plan.starts()::contains).count();
            List<String> attachedIds = plan.attached().stream().map(i -> i.id()).toList();
            int attached = (int) reached.stream().filter(attachedIds::contains).count();
            int created = reached.size() - started - attached;
            return new ActivityReport(
                    LifecycleTransition.SCALE_OUT, planned(plan), created, started, attached, 0, 0, 0, failed);
        }
        int[] ways = new int[StepSequence.Way.values().length];
        plan.exits().stream()
                .filter(e -> reached.contains(e.instance().id()))
                .forEach(e -> ways[e.way().ordinal()]++);
        return new ActivityReport(
                LifecycleTransition.SCALE_IN,
                planned(plan),
                0,
                0,
                0,
                ways[StepSequence.Way.RELEASE.ordinal()],
                ways[StepSequence.Way.STOP.ordinal()],
                ways[StepSequence.Way.LEAVE.ordinal()],
                failed);
    }

    private static LifecycleTransition transition(ScalingPlan plan) {
        return direction(plan) == EventType.Direction.OUT
                ? LifecycleTransition.SCALE_OUT
                : LifecycleTransition.SCALE_IN;
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

package io.ess4j;

import static io.ess4j.TriggerChecks.atLeastZero;
import static io.ess4j.TriggerChecks.distinct;
import static io.ess4j.TriggerChecks.finite;
import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.rule.AdjustmentType;
import io.ess4j.rule.AlarmOutcome;
import io.ess4j.rule.AlarmTask;
import io.ess4j.rule.PredictiveTask;
import io.ess4j.schedule.DueRun;
import io.ess4j.schedule.ScheduledAction;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What made somebody ask whether the group should scale. */
public sealed interface Trigger {
    /**
     * An alarm ran a rule. Alarms wait for the cooldown and for every running activity (guide map C-12-1, C-13-3).
     *
     * @param rule the name of the rule
     * @param metric the value of the rule's metric, finite; absent when no data came
     * @param threshold the threshold of the alarm, from which step rules count; finite
     */
    record Alarm(String rule, OptionalDouble metric, OptionalDouble threshold) implements Trigger {
        public Alarm {
            requireNonNull(rule, "rule");
            finite("threshold", threshold);
            finite("metric", metric);
        }
    }

    /**
     * Somebody ran a simple rule, or a step rule with a metric and a threshold. It does not wait for the cooldown. In a
     * group with a desired capacity it only changes that; a later {@link Check} scales.
     *
     * @param rule the name of the rule
     * @param metric for step rules, the value of the metric, finite
     * @param threshold for step rules, what the metric is compared with, finite
     */
    record Execute(String rule, OptionalDouble metric, OptionalDouble threshold) implements Trigger {
        public Execute {
            requireNonNull(rule, "rule");
            finite("metric", metric);
            finite("threshold", threshold);
        }

        /**
         * The execution of a simple rule.
         *
         * @param rule the name of the rule
         */
        public Execute(String rule) {
            this(rule, OptionalDouble.empty(), OptionalDouble.empty());
        }
    }

    /**
     * Somebody changed capacity by a number, as a simple rule would that the group does not keep. Like {@link Execute}
     * it does not wait for the cooldown (guide map C-13-6, C-13-7).
     *
     * @param type how the value is read
     * @param value the number, in the range of its type
     * @param leastMagnitude for percentages only, the least size of a change, 1 or more
     * @param atOnce in a group with a desired capacity, whether instances follow now; if not, only the desired capacity
     *     changes, and a later {@link Check} scales. Other groups scale now in any case
     */
    record Adjust(AdjustmentType type, int value, OptionalInt leastMagnitude, boolean atOnce) implements Trigger {
        public Adjust {
            // The rule that it stands for checks the ranges.
            Handover.rule(type, value, leastMagnitude);
        }
    }

    /** The regular comparison of capacity with the minimum, maximum and desired capacity. */
    record Check() implements Trigger {}

    /**
     * Somebody set the minimum, maximum or desired capacity; what is absent stays as it is.
     *
     * @param min the new least capacity, if it changes
     * @param max the new most capacity, if it changes
     * @param desired the new desired capacity, if it changes
     */
    record SetCapacity(OptionalInt min, OptionalInt max, OptionalInt desired) implements Trigger {
        public SetCapacity {
            atLeastZero("min", min);
            atLeastZero("max", max);
            atLeastZero("desired", desired);
            if (min.isEmpty() && max.isEmpty() && desired.isEmpty()) {
                throw new IllegalArgumentException("at least one of min, max and desired must be given");
            }
        }
    }

    /**
     * A scheduled task ran: its rule as with {@link Execute}, or its sizes as with {@link SetCapacity}.
     *
     * @param task the name of the task
     * @param action what it does
     */
    record Scheduled(String task, ScheduledAction action) implements Trigger {
        public Scheduled {
            requireNonNull(task, "task");
            requireNonNull(action, "action");
        }

        /** The same, done by hand. */
        Trigger byHand() {
            return Handover.byHand(action);
        }
    }

    /**
     * Somebody switched the desired capacity on or off, which waits until no activity runs (guide map C-1-16).
     *
     * @param desired the desired capacity from now on; absent to be led by the limits alone
     */
    record DesiredMode(OptionalInt desired) implements Trigger {
        public DesiredMode {
            requireNonNull(desired, "desired");
        }
    }

    /**
     * Somebody added instances that exist already. They count at once, and a desired capacity rises by what they bring
     * (guide map C-13-1). An id that the group holds stopped is started again. One that is not healthy, that is not
     * running, makes the whole request fail. The documents ask for one region and network and not for one of the
     * group's zones, so a zone that the group launches nothing in is accepted; region and network are looked at by
     * {@link io.ess4j.admission.GroupAdmission} (guide map C-19-1).
     *
     * @param instances what joins: at least one, each id once. Whatever they say, they join as their owner's (or
     *     entrusted), without a configuration source, and weigh what the group says of their type
     */
    record Attach(List<Instance> instances) implements Trigger {
        public Attach {
            instances = List.copyOf(instances);
            distinct("instances", instances.stream().map(Instance::id).toList());
        }
    }

    /**
     * Somebody took named instances out. They leave at once, and a desired capacity falls by what they brought.
     *
     * @param ids who leaves: at least one, each once
     * @param wish what becomes of instances that the group created; the others run on in any case
     * @param decreaseDesired whether the desired capacity falls with them; if not, the next check replaces them
     * @param evenProtected whether instances that are protected from scaling in leave as well (guide map C-19-5)
     */
    record Remove(List<String> ids, Wish wish, boolean decreaseDesired, boolean evenProtected) implements Trigger {
        /** What is to become of removed instances. */
        public enum Wish {
            /** They are given back. */
            RELEASE,
            /** They are stopped if the group keeps stopped instances, else given back. */
            RECYCLE,
            /** They leave the group and run on. */
            DETACH
        }

        public Remove {
            ids = List.copyOf(ids);
            requireNonNull(wish, "wish");
            distinct("ids", ids);
        }
    }

    /**
     * Stopped instances that an activity was to start did not start, for want of stock or money. They are released and
     * replaced, so that the activity still reaches its goal (guide 3.3); it is part of that activity and waits for
     * none.
     *
     * @param ids pending instances of the group: at least one, each once
     */
    record StartsFailed(List<String> ids) implements Trigger {
        public StartsFailed {
            ids = List.copyOf(ids);
            distinct("ids", ids);
        }
    }

    /** The regular look for unhealthy instances: they leave whatever the minimum, and a check replaces them. */
    record HealthCheck() implements Trigger {}

    /** The regular look for instances that have stayed too long: some are replaced. */
    record LifetimeCheck() implements Trigger {}

    /**
     * The provider will take spot instances back: replacements are launched now, and the instances leave when these are
     * in service (guide 1.2).
     *
     * @param ids of the instances that the notice names; those that are no spot instances of the group are passed over
     */
    record SpotNotice(List<String> ids) implements Trigger {
        public SpotNotice {
            ids = List.copyOf(ids);
            distinct("ids", ids);
        }
    }

    /** Somebody, or a schedule, asked for zones to be made level again: instances are created, then others leave. */
    record Rebalance() implements Trigger {}

    /** The regular look for on-demand instances that stand in for spot ones, and could be replaced by such now. */
    record RestoreMix() implements Trigger {}

    /**
     * An alarm with a metric value.
     *
     * @param rule the name of the rule
     * @param metric the value of the rule's metric, finite
     * @return the trigger
     * @throws IllegalArgumentException if the metric is infinite or not a number
     */
    static Alarm alarm(String rule, double metric) {
        return new Alarm(rule, OptionalDouble.of(metric), OptionalDouble.empty());
    }

    /**
     * An alarm whose metric passed a threshold, for step rules.
     *
     * @param rule the name of the rule
     * @param metric the value of the rule's metric, finite
     * @param threshold the threshold of the alarm, finite
     * @return the trigger
     * @throws IllegalArgumentException if a number is infinite or not a number
     */
    static Alarm alarm(String rule, double metric, double threshold) {
        return new Alarm(rule, OptionalDouble.of(metric), OptionalDouble.of(threshold));
    }

    /**
     * An alarm without a metric value: for simple rules, or when no data came.
     *
     * @param rule the name of the rule
     * @return the trigger
     */
    static Alarm alarm(String rule) {
        return new Alarm(rule, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * The execution of a simple rule by hand.
     *
     * @param rule the name of the rule
     * @return the trigger
     */
    static Execute execute(String rule) {
        return new Execute(rule);
    }

    /**
     * The execution of a step rule by hand (guide map C-9-28).
     *
     * @param rule the name of the rule
     * @param metric the value of the metric, finite
     * @param threshold what the metric is compared with, finite
     * @return the trigger
     * @throws IllegalArgumentException if a number is infinite or not a number
     */
    static Execute execute(String rule, double metric, double threshold) {
        return new Execute(rule, OptionalDouble.of(metric), OptionalDouble.of(threshold));
    }

    /**
     * What an evaluation of an alarm task asks for, with the value and the threshold that made it alarm.
     *
     * @param task the task
     * @param outcome what its evaluation came to
     * @return one trigger for each rule of the task, in its order; none if its rules are not to run
     */
    static List<Alarm> alarms(AlarmTask task, AlarmOutcome outcome) {
        return Handover.alarms(task, outcome);
    }

    /**
     * A run of a scheduled task that is due.
     *
     * @param run the run, as a {@link io.ess4j.schedule.SchedulePlan} gives it
     * @return the trigger
     */
    static Scheduled scheduled(DueRun run) {
        return new Scheduled(run.task().name(), run.task().action());
    }

    /**
     * A task of a predictive rule that is due. In a group with a desired capacity this moves with the limits, as little
     * as they ask for, so that the task does not fail when it matters (guide map C-9-29).
     *
     * @param task the task
     * @param state the group now
     * @return the trigger
     */
    static Scheduled predicted(PredictiveTask task, GroupState state) {
        return Handover.predicted(task, state);
    }

    /**
     * The regular check.
     *
     * @return the trigger
     */
    static Check check() {
        return new Check();
    }

    /**
     * A new desired capacity.
     *
     * @param units capacity units, 0 or more
     * @return the trigger
     */
    static SetCapacity setDesired(int units) {
        return new SetCapacity(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(units));
    }

    /**
     * New limits.
     *
     * @param min the new least capacity
     * @param max the new most capacity
     * @return the trigger
     */
    static SetCapacity setLimits(int min, int max) {
        return new SetCapacity(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.empty());
    }

    /**
     * Instances that join by hand.
     *
     * @param instances at least one
     * @return the trigger
     */
    static Attach attach(Instance... instances) {
        return new Attach(List.of(instances));
    }

    /**
     * The regular look for unhealthy instances.
     *
     * @return the trigger
     */
    static HealthCheck healthCheck() {
        return new HealthCheck();
    }

    /**
     * The regular look for instances that have stayed too long.
     *
     * @return the trigger
     */
    static LifetimeCheck lifetimeCheck() {
        return new LifetimeCheck();
    }

    /**
     * Instances that leave by hand and are given back; the desired capacity falls with them, and protected ones refuse.
     *
     * @param ids at least one
     * @return the trigger
     */
    static Remove remove(String... ids) {
        return new Remove(List.of(ids), Remove.Wish.RELEASE, true, false);
    }

    /**
     * Spot instances that the provider will take back.
     *
     * @param ids at least one
     * @return the trigger
     */
    static SpotNotice spotNotice(String... ids) {
        return new SpotNotice(List.of(ids));
    }

    /**
     * The wish for level zones.
     *
     * @return the trigger
     */
    static Rebalance rebalance() {
        return new Rebalance();
    }

    /**
     * The regular look at the mix.
     *
     * @return the trigger
     */
    static RestoreMix restoreMix() {
        return new RestoreMix();
    }
}

package io.ess4j.schedule;

import io.ess4j.schedule.Contradiction.Kind;
import io.ess4j.schedule.GroupSizes.Misfit;
import io.ess4j.schedule.ScheduleForecast.RuleEffect;
import io.ess4j.schedule.ScheduledAction.RunRule;
import io.ess4j.schedule.ScheduledAction.SetSizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The sizes of a group on their way through a forecast, and who set them last. */
final class ForecastDraft {
    private final GroupSizes start;
    private final RuleEffect rules;
    private GroupSizes sizes;
    private long capacity;
    private Optional<String> minBy = Optional.empty();
    private Optional<String> maxBy = Optional.empty();
    private Optional<String> desiredBy = Optional.empty();
    private final List<ForecastStep> steps = new ArrayList<>();
    private final Map<List<Object>, Contradiction> contradictions = new LinkedHashMap<>();

    ForecastDraft(GroupSizes start, long capacity, RuleEffect rules) {
        this.start = start;
        this.rules = rules;
        this.sizes = start;
        this.capacity = settle(capacity);
    }

    ScheduleForecast run(List<ScheduledTask> tasks, Instant from, Instant until) {
        List<DueRun> runs = new ArrayList<>();
        for (ScheduledTask task : tasks) {
            runs.addAll(task.enabled() ? SchedulePlan.runs(task, from.minusNanos(1), until) : List.of());
        }
        runs.sort(DueRun.ORDER);
        List<DueRun> minute = new ArrayList<>();
        for (DueRun run : runs) {
            if (!minute.isEmpty() && !minute.get(0).dueAt().equals(run.dueAt())) {
                minute.clear();
            }
            if (minute.isEmpty() || meets(run, minute)) {
                step(run);
            }
            minute.add(run);
        }
        return new ScheduleForecast(from, start, steps, List.copyOf(contradictions.values()));
    }

    /** Notes that a run meets others in its minute; says whether it still starts after them. */
    private boolean meets(DueRun run, List<DueRun> earlier) {
        boolean triedAgain = !run.task().expiration().isZero();
        List<String> names = new ArrayList<>();
        for (DueRun other : earlier) {
            if (!triedAgain
                    || !other.task().action().equals(run.task().action())
                    || run.task().action() instanceof RunRule) {
                names.add(other.task().name());
            }
        }
        if (!names.isEmpty()) {
            note(triedAgain ? Kind.SAME_MINUTE : Kind.DROPPED, run, names);
        }
        return triedAgain;
    }

    private void step(DueRun run) {
        GroupSizes before = sizes;
        long capacityBefore = capacity;
        Optional<Misfit> misfit = Optional.empty();
        if (run.task().action() instanceof SetSizes set) {
            misfit = sizes.misfit(set);
            if (misfit.isEmpty()) {
                set(set, run.task().name());
            } else {
                note(Kind.SIZES_DO_NOT_FIT, run, culprits(misfit.get(), set));
            }
        } else if (run.task().action() instanceof RunRule rule) {
            int wanted = sizes.limits().clamp(rules.wanted(rule.rule(), capacity));
            if (sizes.desired().isPresent()) {
                sizes = new GroupSizes(sizes.limits(), OptionalInt.of(wanted));
                desiredBy = Optional.of(run.task().name());
            }
            capacity = wanted;
        }
        steps.add(new ForecastStep(run, before, sizes, capacityBefore, capacity, misfit));
    }

    private void set(SetSizes set, String task) {
        sizes = sizes.merge(set);
        minBy = set.min().isPresent() ? Optional.of(task) : minBy;
        maxBy = set.max().isPresent() ? Optional.of(task) : maxBy;
        desiredBy = set.desired().isPresent() ? Optional.of(task) : desiredBy;
        capacity = settle(capacity);
    }

    private long settle(long present) {
        return sizes.desired().orElse(sizes.limits().clamp(present));
    }

    /** Who set the values that the task does not set itself. */
    private List<String> culprits(Misfit misfit, SetSizes set) {
        List<String> names = new ArrayList<>();
        boolean min = misfit == Misfit.MIN_ABOVE_MAX || misfit == Misfit.MIN_ABOVE_DESIRED;
        boolean max = misfit == Misfit.MIN_ABOVE_MAX || misfit == Misfit.DESIRED_ABOVE_MAX;
        boolean desired = misfit == Misfit.MIN_ABOVE_DESIRED || misfit == Misfit.DESIRED_ABOVE_MAX;
        if (min && set.min().isEmpty()) {
            minBy.ifPresent(names::add);
        }
        if (max && set.max().isEmpty()) {
            maxBy.ifPresent(names::add);
        }
        if (desired && set.desired().isEmpty()) {
            desiredBy.ifPresent(names::add);
        }
        return names;
    }

    private void note(Kind kind, DueRun run, List<String> names) {
        List<String> because = List.copyOf(new TreeSet<>(names));
        Contradiction first = new Contradiction(kind, run.task().name(), because, run.dueAt(), 1);
        contradictions.merge(
                List.of(kind, first.task(), because),
                first,
                (old, more) ->
                        new Contradiction(kind, old.task(), because, old.firstAt(), Math.addExact(old.count(), 1)));
    }
}

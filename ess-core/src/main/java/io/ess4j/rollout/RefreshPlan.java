package io.ess4j.rollout;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who is replaced in an instance refresh and how many at a time, or why nobody is (guide map C-28-5 to C-28-7, C-28-9).
 *
 * <p>Of S instances that serve, floor(S max / 100) - S may be created before others leave, and S - ceil(S min / 100)
 * may leave before others are there: 2 and 2 of 10 at 80 to 120 percent. If both are 0, one is created first.
 *
 * @param policy how it goes
 * @param replaced ids of the instances to replace, oldest first, equal ages by id; empty if refused
 * @param skipped instances that stay, in the order of the fleet
 * @param serving how many instances serve at the start: in service or protected
 * @param surge how many may be created before others leave
 * @param unavailable how many may leave before others are there
 * @param refusals why nothing is done, in declaration order; empty if something is
 */
public record RefreshPlan(
        RefreshPolicy policy,
        List<String> replaced,
        List<Skipped> skipped,
        int serving,
        int surge,
        int unavailable,
        List<Refusal> refusals) {
    /** Why a refresh is refused. */
    public enum Refusal {
        /** The instances of the group are containers. */
        CONTAINERS,
        /** The instance types of the group have weights. */
        WEIGHTED,
        /** The group stops instances instead of releasing them. */
        RECYCLES,
        /** The group does not place by priority. */
        NOT_BY_PRIORITY,
        /** Another refresh has not ended. */
        REFRESH_IN_PROGRESS,
        /** An image cannot be put into a launch template. */
        IMAGE_FOR_TEMPLATE,
        /** The active configuration is to be used, but the group has none. */
        NO_ACTIVE_CONFIGURATION
    }

    /** Why an instance stays. */
    public enum SkipReason {
        /** Its owner added it. */
        ADDED_BY_OWNER,
        /** It is protected. */
        PROTECTED,
        /** It is in standby. */
        STANDBY,
        /** It is joining, leaving or stopped. */
        NOT_IN_SERVICE,
        /** It was made from the target already. */
        MATCHES
    }

    /**
     * An instance that stays.
     *
     * @param instance the instance
     * @param reason why
     */
    public record Skipped(Instance instance, SkipReason reason) {}

    private static final Comparator<Instance> OLDEST_FIRST =
            Comparator.comparing(Instance::joinedAt).thenComparing(Instance::id);

    public RefreshPlan {
        requireNonNull(policy, "policy");
        replaced = List.copyOf(replaced);
        skipped = List.copyOf(skipped);
        refusals = List.copyOf(refusals);
    }

    /**
     * Plans a refresh, in O(n log n).
     *
     * @param policy how it goes
     * @param situation what the group is
     * @return the plan
     */
    public static RefreshPlan of(RefreshPolicy policy, RefreshSituation situation) {
        List<Instance> replaced = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int serving = 0;
        for (Instance instance : situation.fleet()) {
            Optional<SkipReason> reason = skipReason(policy, situation, instance);
            reason.ifPresentOrElse(r -> skipped.add(new Skipped(instance, r)), () -> replaced.add(instance));
            serving += instance.state() == LifecycleState.IN_SERVICE || instance.state() == LifecycleState.PROTECTED
                    ? 1
                    : 0;
        }
        List<Refusal> refusals = refusals(policy, situation);
        return new RefreshPlan(
                policy,
                refusals.isEmpty()
                        ? replaced.stream()
                                .sorted(OLDEST_FIRST)
                                .map(Instance::id)
                                .toList()
                        : List.of(),
                skipped,
                serving,
                policy.surge(serving),
                policy.unavailable(serving),
                refusals);
    }

    private static Optional<SkipReason> skipReason(
            RefreshPolicy policy, RefreshSituation situation, Instance instance) {
        if (instance.origin() != InstanceOrigin.CREATED) {
            return Optional.of(SkipReason.ADDED_BY_OWNER);
        }
        return switch (instance.state()) {
            case PROTECTED -> Optional.of(SkipReason.PROTECTED);
            case STANDBY -> Optional.of(SkipReason.STANDBY);
            case IN_SERVICE ->
                policy.skipsMatching() && matches(policy, situation, instance)
                        ? Optional.of(SkipReason.MATCHES)
                        : Optional.empty();
            case PENDING, PENDING_WAIT, STOPPED, REMOVING, REMOVING_WAIT -> Optional.of(SkipReason.NOT_IN_SERVICE);
        };
    }

    private static boolean matches(RefreshPolicy policy, RefreshSituation situation, Instance instance) {
        return instance.source()
                .filter(s -> policy.target().isMatchedBy(s, situation.activeSource()))
                .isPresent();
    }

    private static List<Refusal> refusals(RefreshPolicy policy, RefreshSituation situation) {
        List<Refusal> refusals = new ArrayList<>();
        if (situation.containers()) {
            refusals.add(Refusal.CONTAINERS);
        }
        if (situation.weighted()) {
            refusals.add(Refusal.WEIGHTED);
        }
        if (situation.recycles()) {
            refusals.add(Refusal.RECYCLES);
        }
        if (!situation.prioritisesZones()) {
            refusals.add(Refusal.NOT_BY_PRIORITY);
        }
        if (situation.refreshInProgress()) {
            refusals.add(Refusal.REFRESH_IN_PROGRESS);
        }
        if (situation.launchesFromTemplate() && policy.target() instanceof RefreshTarget.Image) {
            refusals.add(Refusal.IMAGE_FOR_TEMPLATE);
        }
        if (situation.activeSource().isEmpty() && policy.target() instanceof RefreshTarget.Active) {
            refusals.add(Refusal.NO_ACTIVE_CONFIGURATION);
        }
        return refusals;
    }

    /** How many instances match already, and count as new at the checkpoints. */
    int matching() {
        return (int)
                skipped.stream().filter(s -> s.reason() == SkipReason.MATCHES).count();
    }
}

package io.ess4j;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.lifecycle.StopPool;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.model.PurchaseOption;
import io.ess4j.placement.Launch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The books that a slow model keeps about a group: one entry for each instance, changed by what a plan says is to be
 * done and by what happens, never by the state that the library computes.
 */
final class GroupBooks {
    /** What is known of an instance; when it was stopped, if it is. */
    record Book(
            LifecycleState state,
            int weight,
            PurchaseOption option,
            @Nullable Instant stoppedAt) {
        Book in(LifecycleState next) {
            return new Book(next, weight, option, null);
        }

        Book stopped(Instant at) {
            return new Book(LifecycleState.STOPPED, weight, option, at);
        }
    }

    private final Map<String, Book> books = new LinkedHashMap<>();
    private final int largest;

    GroupBooks(int largest) {
        this.largest = largest;
    }

    List<String> ids() {
        return new ArrayList<>(books.keySet());
    }

    @Nullable
    Book get(String id) {
        return books.get(id);
    }

    LifecycleState state(String id) {
        return requireNonNull(books.get(id), id).state();
    }

    void launched(String id, Launch launch) {
        books.put(
                id,
                new Book(
                        LifecycleState.PENDING,
                        launch.weight(),
                        launch.offering().purchaseOption(),
                        null));
    }

    void attached(Instance instance) {
        books.put(instance.id(), new Book(LifecycleState.PENDING, instance.weight(), instance.purchaseOption(), null));
    }

    void change(String id, LifecycleState next) {
        books.computeIfPresent(id, (k, b) -> b.in(next));
    }

    void stopped(String id, Instant at) {
        books.computeIfPresent(id, (k, b) -> b.stopped(at));
    }

    void gone(String id) {
        books.remove(id);
    }

    /** Everything but what is leaving. */
    long used() {
        return books.values().stream()
                .filter(b -> b.state() != LifecycleState.REMOVING && b.state() != LifecycleState.REMOVING_WAIT)
                .mapToLong(Book::weight)
                .sum();
    }

    /** Nobody who is protected or set aside leaves, unless somebody names and forces it; nobody leaves twice. */
    void checkExits(ScalingPlan plan) {
        Set<String> leaving = new HashSet<>();
        for (Exit exit : plan.exits()) {
            String id = exit.instance().id();
            assertThat(leaving.add(id)).as(id).isTrue();
            LifecycleState was = state(id);
            boolean byHand = plan.trigger() instanceof Trigger.Remove;
            boolean forced = plan.trigger() instanceof Trigger.Remove remove && remove.evenProtected();
            boolean taken = plan.trigger() instanceof Trigger.SpotNotice;
            assertThat(was == LifecycleState.PROTECTED && !forced && !taken)
                    .as(id)
                    .isFalse();
            assertThat(was == LifecycleState.STANDBY && !byHand && !taken)
                    .as(id)
                    .isFalse();
            assertThat(was == LifecycleState.REMOVING || was == LifecycleState.REMOVING_WAIT)
                    .as(id)
                    .isFalse();
        }
    }

    /** The earliest stopped start first, equal times by id (guide map C-6-2). */
    void checkStarts(ScalingPlan plan) {
        List<String> inOrder = books.entrySet().stream()
                .filter(e -> e.getValue().stoppedAt() != null)
                .sorted(Comparator.comparing((Map.Entry<String, Book> e) -> stoppedAt(e.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(plan.starts())
                .as(plan.explain())
                .isEqualTo(inOrder.subList(0, plan.starts().size()));
    }

    private static Instant stoppedAt(Book book) {
        return requireNonNull(book.stoppedAt());
    }

    /**
     * In service and stopped together grow beyond the maximum by less than the largest weight, or by what is replaced.
     */
    void checkLimits(ScalingPlan plan, GroupState state, long before) {
        assertThat(state.desired().orElse(state.limits().min()))
                .isBetween(state.limits().min(), state.limits().max());
        long replaced = plan.removesOnceReplaced()
                ? plan.removals().stream().mapToLong(Instance::weight).sum() + largest - 1
                : 0;
        assertThat(used())
                .as(plan.explain())
                .isLessThanOrEqualTo(Math.max(before, state.limits().max() + largest - 1L) + replaced);
    }

    /** What replaces brings as much as leaves, unless the provider takes it anyway. */
    static void checkReplacement(ScalingPlan plan) {
        if (plan.removesOnceReplaced() && !(plan.trigger() instanceof Trigger.SpotNotice)) {
            long brought = plan.launches().stream().mapToLong(Launch::units).sum();
            long leaving = plan.removals().stream().mapToLong(Instance::weight).sum();
            assertThat(brought).isGreaterThanOrEqualTo(leaving);
        }
    }

    /** The state says of every instance, of the stop pool and of capacity what the books say. */
    void compare(GroupState state) {
        Set<String> seen = new HashSet<>();
        assertThat(state.fleet()).hasSize(books.size());
        for (Instance instance : state.fleet()) {
            assertThat(seen.add(instance.id())).as(instance.id()).isTrue();
            Book book = requireNonNull(books.get(instance.id()), instance.id());
            assertThat(instance.state()).as(instance.id()).isEqualTo(book.state());
            assertThat(instance.weight()).as(instance.id()).isEqualTo(book.weight());
            assertThat(instance.purchaseOption()).as(instance.id()).isEqualTo(book.option());
        }
        List<StopPool.Stopped> stopped = new ArrayList<>();
        books.forEach((id, book) -> {
            if (book.stoppedAt() != null) {
                stopped.add(new StopPool.Stopped(id, stoppedAt(book)));
            }
        });
        assertThat(state.stopPool()).isEqualTo(new StopPool(stopped));
        assertThat(state.fleet().capacity())
                .isEqualTo(books.values().stream()
                        .filter(b -> b.state().countsTowardsCapacity())
                        .mapToLong(Book::weight)
                        .sum());
    }
}

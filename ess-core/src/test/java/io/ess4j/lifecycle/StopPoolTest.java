package io.ess4j.lifecycle;

import static io.ess4j.lifecycle.Fixtures.NOON;
import static io.ess4j.lifecycle.Fixtures.after;
import static io.ess4j.lifecycle.Fixtures.draft;
import static io.ess4j.lifecycle.Fixtures.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ess4j.lifecycle.StepSequence.Way;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.InstanceOrigin;
import io.ess4j.model.LifecycleState;
import io.ess4j.testing.Generators;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guide 3.3 and contract section 6. */
class StopPoolTest {
    private static List<String> ids(List<Instance> instances) {
        return instances.stream().map(Instance::id).toList();
    }

    /** Three in service and the given ids stopped. */
    private static Fleet threeAnd(String... stopped) {
        List<Instance> rows = new ArrayList<>();
        for (String id : stopped) {
            rows.add(instance(id, LifecycleState.STOPPED));
        }
        for (String id : List.of("s1", "s2", "s3")) {
            rows.add(instance(id, LifecycleState.IN_SERVICE));
        }
        return Fleet.of(rows);
    }

    /** Contract section 6: the mode of the group first, then what the request asks for. */
    @ParameterizedTest
    @CsvSource({
        "RELEASE, RELEASE, RELEASE",
        "RELEASE, RECYCLE, RELEASE",
        "RECYCLE, RELEASE, RELEASE",
        "RECYCLE, RECYCLE, STOP",
        "FORCE_RELEASE, RECYCLE, RELEASE",
        "FORCE_RECYCLE, RECYCLE, STOP"
    })
    void modeAndRequestDecideTogether(ReclaimMode mode, RemovePolicy wish, Way expected) {
        ReclaimPolicy policy = ReclaimPolicy.of(mode);

        assertThat(policy.way(InstanceOrigin.CREATED, wish)).isEqualTo(expected);
        assertThat(policy.way(InstanceOrigin.ENTRUSTED, wish)).isEqualTo(expected);
        assertThat(policy.way(InstanceOrigin.ATTACHED, wish)).isEqualTo(Way.LEAVE);
    }

    /** Guides 1.1 and 3.3: what a scale-in does by itself. */
    @ParameterizedTest
    @CsvSource({
        "RELEASE, CREATED, RELEASE",
        "RELEASE, ATTACHED, LEAVE",
        "RECYCLE, CREATED, STOP",
        "RECYCLE, ATTACHED, LEAVE"
    })
    void scaleInReleasesOrStopsWhatTheGroupMade(ReclaimMode mode, InstanceOrigin origin, Way expected) {
        assertThat(ReclaimPolicy.of(mode).way(origin)).isEqualTo(expected);
    }

    @Test
    void theTimeoutIsForReleasingOnly() {
        Duration half = Duration.ofSeconds(30);
        ReclaimPolicy policy = new ReclaimPolicy(ReclaimMode.RELEASE, Optional.of(half));

        assertThat(policy.stop(Way.RELEASE)).isEqualTo(new LifecycleStep.Stop(false, Optional.of(half)));
        assertThat(ReclaimPolicy.of(ReclaimMode.FORCE_RECYCLE).stop(Way.STOP))
                .isEqualTo(new LifecycleStep.Stop(true, Optional.empty()));
        assertThatThrownBy(() -> new ReclaimPolicy(ReclaimMode.RECYCLE, Optional.of(half)))
                .hasMessage("stopTimeout (PT30S) must be absent in mode RECYCLE");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 29, 241, Long.MAX_VALUE})
    void otherTimeoutsAreRefused(long seconds) {
        Duration most = Duration.ofMinutes(4);
        assertThat(new ReclaimPolicy(ReclaimMode.RELEASE, Optional.of(most)).stop(Way.RELEASE))
                .isEqualTo(new LifecycleStep.Stop(false, Optional.of(most)));
        assertThatThrownBy(() -> new ReclaimPolicy(ReclaimMode.RELEASE, Optional.of(Duration.ofSeconds(seconds))))
                .hasMessageContaining("must be from 30 to 240 seconds");
    }

    @Test
    void theEarliestStoppedStartsFirstThenById() {
        StopPool pool = StopPool.EMPTY
                .with(List.of("c"), after(60))
                .with(List.of("b", "a"), NOON)
                .with(List.of("a"), after(99));

        assertThat(pool.stopped()).extracting(StopPool.Stopped::id).containsExactly("a", "b", "c");
        assertThat(ids(pool.startOrder(threeAnd("c", "a", "b")))).containsExactly("a", "b", "c");
        assertThat(ids(pool.inStartOrder(threeAnd("c", "a", "b")))).containsExactly("s1", "s2", "s3", "a", "b", "c");
        assertThat(pool.without(List.of("a", "x")).stopped())
                .extracting(StopPool.Stopped::id)
                .containsExactly("b", "c");
        assertThat(ids(pool.startOrder(threeAnd("b", "new", "c")))).containsExactly("new", "b", "c");
    }

    /** The worked example of the documentation, from guide 3.3. */
    @Test
    void aLowerMaximumReleasesStoppedInstancesFirst() {
        StopPool pool = StopPool.EMPTY.with(List.of("i-1"), NOON).with(List.of("i-2"), after(3600));
        Fleet fleet = threeAnd("i-1", "i-2");

        assertThat(pool.surplus(fleet, 5)).isEmpty();
        assertThat(ids(pool.surplus(fleet, 4))).containsExactly("i-2");
        assertThat(ids(pool.surplus(fleet, 2))).containsExactly("i-2", "i-1");
        assertThatThrownBy(() -> pool.surplus(fleet, -1)).hasMessage("max (-1) must be >= 0");
    }

    @Test
    void attachingAStoppedInstanceStartsIt() {
        assertThat(ids(StopPool.restarted(threeAnd("i-1", "i-2"), List.of("i-2", "s1", "other"))))
                .containsExactly("i-2");
    }

    @Test
    void onlyWhatTheGroupMadeMayBeStoppedByHand() {
        ReclaimPolicy recycle = ReclaimPolicy.of(ReclaimMode.RECYCLE);
        Instance made = instance("i-1", LifecycleState.IN_SERVICE);

        assertThat(StopPool.refusal(made, recycle)).isEmpty();
        assertThat(StopPool.refusal(made, ReclaimPolicy.DEFAULT)).contains(StopPool.Refusal.GROUP_RELEASES);
        assertThat(StopPool.refusal(draft("i-2").origin(InstanceOrigin.ATTACHED).build(), recycle))
                .contains(StopPool.Refusal.NOT_CREATED_BY_GROUP);
        assertThat(StopPool.refusal(instance("i-3", LifecycleState.STANDBY), recycle))
                .contains(StopPool.Refusal.NOT_IN_SERVICE);
    }

    @Provide
    Arbitrary<Fleet> fleets() {
        return Generators.fleets(15);
    }

    /** After the surplus is released everything fits, or nothing is stopped any more; and no more is released. */
    @Property(tries = 500)
    void releasesJustEnough(@ForAll("fleets") Fleet fleet, @ForAll @IntRange(max = 30) int max) {
        List<Instance> released = StopPool.EMPTY.surplus(fleet, max);
        Fleet left = fleet.without(ids(released));
        long total = left.capacity() + left.capacity(LifecycleState.STOPPED);

        assertThat(released).allMatch(i -> i.state() == LifecycleState.STOPPED);
        assertThat(total <= max || left.count(LifecycleState.STOPPED) == 0).isTrue();
        if (!released.isEmpty()) {
            assertThat(total + released.get(released.size() - 1).weight()).isGreaterThan(max);
        }
    }
}

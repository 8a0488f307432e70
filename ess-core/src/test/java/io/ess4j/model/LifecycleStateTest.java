package io.ess4j.model;

import static io.ess4j.model.LifecycleState.IN_SERVICE;
import static io.ess4j.model.LifecycleState.PENDING;
import static io.ess4j.model.LifecycleState.PENDING_WAIT;
import static io.ess4j.model.LifecycleState.PROTECTED;
import static io.ess4j.model.LifecycleState.REMOVING;
import static io.ess4j.model.LifecycleState.REMOVING_WAIT;
import static io.ess4j.model.LifecycleState.STANDBY;
import static io.ess4j.model.LifecycleState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The transitions of the contract, section 15. */
class LifecycleStateTest {
    @ParameterizedTest
    @EnumSource
    void allowsExactlyTheDocumentedTransitions(LifecycleState from) {
        Set<LifecycleState> expected = switch (from) {
            case PENDING -> EnumSet.of(PENDING_WAIT, IN_SERVICE);
            case PENDING_WAIT -> EnumSet.of(PENDING);
            case IN_SERVICE -> EnumSet.of(PROTECTED, STANDBY, STOPPED, REMOVING);
            case PROTECTED -> EnumSet.of(IN_SERVICE, REMOVING);
            case STANDBY -> EnumSet.of(IN_SERVICE, REMOVING);
            case STOPPED -> EnumSet.of(PENDING);
            case REMOVING -> EnumSet.of(REMOVING_WAIT, STOPPED, IN_SERVICE);
            case REMOVING_WAIT -> EnumSet.of(REMOVING, IN_SERVICE);
        };
        assertThat(from.successors()).containsExactlyInAnyOrderElementsOf(expected);
        for (LifecycleState to : LifecycleState.values()) {
            assertThat(from.canBecome(to)).as(from + " to " + to).isEqualTo(expected.contains(to));
        }
    }

    @Test
    void anInstanceLeavesOnlyFromTheDocumentedStates() {
        assertThat(LifecycleState.values())
                .filteredOn(LifecycleState::canLeave)
                .containsExactly(PENDING, PENDING_WAIT, STOPPED, REMOVING);
    }

    @Test
    void everyStateLeadsToServiceAndOutOfTheGroup() {
        for (LifecycleState from : LifecycleState.values()) {
            Set<LifecycleState> reached = EnumSet.of(from);
            while (reached.addAll(
                    reached.stream().flatMap(s -> s.successors().stream()).toList())) {
                // grows to the transitive closure
            }
            assertThat(reached).contains(IN_SERVICE, REMOVING);
        }
    }

    @Test
    void countsWhatTheContractCounts() {
        assertThat(LifecycleState.values())
                .filteredOn(LifecycleState::countsTowardsCapacity)
                .containsExactly(PENDING, PENDING_WAIT, IN_SERVICE, PROTECTED, STANDBY);
        assertThat(LifecycleState.values())
                .filteredOn(LifecycleState::isStable)
                .containsExactly(IN_SERVICE, PROTECTED, STANDBY);
    }
}

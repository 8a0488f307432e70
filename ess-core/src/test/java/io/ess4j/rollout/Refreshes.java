package io.ess4j.rollout;

import static io.ess4j.rollout.Fixtures.NOON;
import static io.ess4j.rollout.Fixtures.fleet;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Fleet;
import io.ess4j.rollout.InstanceRefresh.Step;
import java.time.Instant;
import java.util.List;

/** Refreshes of small fleets, step by step. */
final class Refreshes {
    static final RefreshTarget TARGET = new RefreshTarget.Configuration("asc-new");
    static final RefreshCommand.Source FRESH = RefreshCommand.Source.TARGET;
    static final RefreshCommand.Source ACTIVE = RefreshCommand.Source.ACTIVE;

    private Refreshes() {}

    static RefreshPlan plan(RefreshPolicy policy, Fleet fleet) {
        return RefreshPlan.of(policy, RefreshSituation.atRest(fleet, "asc-old"));
    }

    static Step begin(RefreshPolicy policy, int instances) {
        return InstanceRefresh.pending(plan(policy, fleet(instances)), NOON).step(new RefreshEvent.Begin(), NOON);
    }

    static Step event(Step step, RefreshEvent event) {
        return event(step, event, step.next().at());
    }

    static Step event(Step step, RefreshEvent event, Instant now) {
        Step next = step.next().step(event, now);
        assertThat(next.refusal()).isEmpty();
        return next;
    }

    static RefreshCommand.Launch launch(int count) {
        return new RefreshCommand.Launch(count, FRESH);
    }

    static RefreshCommand.Remove remove(String... ids) {
        return new RefreshCommand.Remove(List.of(ids));
    }
}

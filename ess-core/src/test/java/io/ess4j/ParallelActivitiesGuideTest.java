package io.ess4j;

import static io.ess4j.Groups.fleet;
import static io.ess4j.Groups.plain;
import static io.ess4j.Groups.plan;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.Decision.Rejected;
import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.rule.ScalingRule;
import io.ess4j.schedule.ScheduledAction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which activities run beside each other: the table of the documents on the desired capacity (guide map C-13-3,
 * C-13-4).
 */
class ParallelActivitiesGuideTest {
    private static final ScalingGroup GROUP =
            plain(0, 9).rule(ScalingRule.change("add", 1)).build();

    private static Trigger trigger(String activity) {
        return switch (activity) {
            case "rule by hand" -> Trigger.execute("add");
            case "rule by schedule" -> new Trigger.Scheduled("night", ScheduledAction.rule("add"));
            case "adding by hand" -> Trigger.attach(fleet(9).get(8));
            case "removing by hand" -> Trigger.remove("i-1");
            case "desired check" -> Trigger.check();
            case "limits by hand" -> Trigger.setLimits(0, 8);
            case "health check" -> Trigger.healthCheck();
            case "rule by alarm" -> Trigger.alarm("add");
            case "rebalance" -> Trigger.rebalance();
            case "spot supplement" -> Trigger.spotNotice("i-1");
            default -> throw new AssertionError(activity);
        };
    }

    private static boolean runsBeside(GroupState busy, String activity) {
        assertThat(busy.running()).hasSize(1);
        return !plan(GROUP, busy, trigger(activity)).decision().equals(new Rejected(Rejection.ACTIVITY_IN_PROGRESS));
    }

    /** One of three is ill, so that every trigger has something to do. */
    private static GroupState led() {
        List<Instance> rows = new ArrayList<>(fleet(3));
        rows.set(2, rows.get(2).withHealthy(false));
        return GroupState.of(GROUP, Fleet.of(rows)).withDesired(4);
    }

    /** With a desired capacity: beside a check, which is parallel; beside an alarm's activity, which is not. */
    @ParameterizedTest(
            name = "{0}: beside a parallel activity {1}, beside one that is not {2}, without desired capacity {3}")
    @CsvSource({
        "rule by hand,     true,  false, false",
        "rule by schedule, true,  false, false",
        "adding by hand,   true,  false, false",
        "removing by hand, true,  false, false",
        "desired check,    true,  false, false",
        "limits by hand,   true,  false, false",
        "health check,     true,  false, false",
        "rule by alarm,    false, false, false",
        "rebalance,        false, false, false",
        "spot supplement,  false, false, false"
    })
    void activitiesRunBesideEachOtherAsTheTableSays(
            String activity, boolean besideParallel, boolean besideOther, boolean withoutDesired) {
        GroupState checking = plan(GROUP, led(), Trigger.check()).after();
        GroupState alarmed =
                plan(GROUP, led().withDesired(3), Trigger.alarm("add")).after();
        GroupState plain = plan(GROUP, GroupState.of(GROUP, led().fleet()), Trigger.execute("add"))
                .after();

        assertThat(runsBeside(checking, activity)).isEqualTo(besideParallel);
        assertThat(runsBeside(alarmed, activity)).isEqualTo(besideOther);
        assertThat(runsBeside(plain, activity)).isEqualTo(withoutDesired);
    }
}

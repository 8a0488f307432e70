package io.ess4j;

import static io.ess4j.Groups.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.model.Fleet;
import io.ess4j.model.Instance;
import io.ess4j.model.LifecycleState;
import io.ess4j.rule.RuleInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which instances a metric speaks of: those that work and are warm. */
class ReportingTest {
    /** Warm after 60 seconds; each instance is told by its age in seconds and its state. */
    @ParameterizedTest(name = "{0}: {1} report, {2} warm up")
    @CsvSource({
        "60 IN_SERVICE, 1, 0",
        "59 IN_SERVICE, 0, 1",
        "60 IN_SERVICE;59 IN_SERVICE, 1, 1",
        "61 PROTECTED;60 IN_SERVICE;0 IN_SERVICE, 2, 1",
        "90 PENDING;90 IN_SERVICE;10 IN_SERVICE, 1, 2",
        "90 STANDBY;90 IN_SERVICE, 1, 0"
    })
    void instancesReportWhenTheyAreWarm(String instances, long reporting, long warming) {
        List<Instance> rows = new ArrayList<>();
        for (String text : instances.split(";", -1)) {
            String[] parts = text.split(" ", -1);
            rows.add(Instance.builder("i-" + rows.size())
                    .offering(Groups.CATALOG.offerings().get(0))
                    .joinedAt(NOW.minusSeconds(Long.parseLong(parts[0])))
                    .state(LifecycleState.valueOf(parts[1]))
                    .build());
        }

        RuleInput input = Reporting.input(Fleet.of(rows), Duration.ofSeconds(60), OptionalDouble.empty(), NOW);

        assertThat(input.reporting()).isEqualTo(reporting);
        assertThat(input.warming()).isEqualTo(warming);
    }
}

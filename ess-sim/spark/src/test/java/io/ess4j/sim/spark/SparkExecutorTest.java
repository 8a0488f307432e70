package io.ess4j.sim.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.Setting;
import io.ess4j.sim.sweep.Axis;
import io.ess4j.sim.sweep.Grid;
import io.ess4j.sim.sweep.LocalExecutor;
import io.ess4j.sim.sweep.Row;
import io.ess4j.sim.sweep.ScenarioSource;
import io.ess4j.sim.sweep.Sweep;
import io.ess4j.sim.sweep.SweepExecutor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spark in this process, with two threads. */
class SparkExecutorTest {
    @Test
    void rowsAreThoseOfALocalRun() {
        Sweep sweep = new Sweep(
                new ScenarioSource(
                        Optional.empty(),
                        BuiltInScenario.ONLINE_EDUCATION,
                        Overrides.NONE.with(List.of(Setting.parse("length=2h")))),
                new Grid(List.of(Axis.parse("group.max=40,80,160")), List.of(1L, 2L, 3L, 4L)));

        assertThat(rows(new SparkExecutor(), sweep, "local[2]")).isEqualTo(rows(new LocalExecutor(), sweep, "2"));
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SweepExecutor.class))
                .extracting(SweepExecutor::name)
                .containsExactly("spark");
    }

    private static List<Row> rows(SweepExecutor executor, Sweep sweep, String where) {
        List<Row> rows = new ArrayList<>();
        executor.run(sweep, IntStream.range(0, sweep.grid().points()).boxed().toList(), where, rows::add);
        rows.sort(Comparator.comparingInt(Row::point));
        return rows;
    }
}

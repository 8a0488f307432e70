import org.jspecify.annotations.NullMarked;

/** A discrete-event simulator that runs the decisions of ess-core against workloads, prices and faults. */
@NullMarked
module io.ess4j.sim {
    requires transitive io.ess4j.core;
    requires static transitive org.jspecify;
    requires info.picocli;
    requires tools.jackson.core;
    requires org.snakeyaml.engine;
    requires de.siegmar.fastcsv;
    requires me.tongfei.progressbar;
    requires org.apache.commons.statistics.distribution;

    exports io.ess4j.sim.cloud;
    exports io.ess4j.sim.cloudstate;
    exports io.ess4j.sim.control;
    exports io.ess4j.sim.deadline;
    exports io.ess4j.sim.input;
    exports io.ess4j.sim.kernel;
    exports io.ess4j.sim.metrics;
    exports io.ess4j.sim.replay;
    exports io.ess4j.sim.report;
    exports io.ess4j.sim.scenario;
    exports io.ess4j.sim.sweep;
    exports io.ess4j.sim.workload;

    uses io.ess4j.sim.sweep.SweepExecutor;

    opens io.ess4j.sim.cli to
            info.picocli;
}

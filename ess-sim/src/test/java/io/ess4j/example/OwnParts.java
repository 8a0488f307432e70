package io.ess4j.example;

import io.ess4j.model.Market;
import io.ess4j.model.Offering;
import io.ess4j.sim.cloud.Billing;
import io.ess4j.sim.cloud.CloudListener;
import io.ess4j.sim.cloud.Provider;
import io.ess4j.sim.control.CapacityPolicy;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.scenario.BuiltInScenario;
import io.ess4j.sim.scenario.Overrides;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioReader;
import io.ess4j.sim.scenario.ScenarioRun;
import io.ess4j.sim.workload.ServiceModel;
import io.ess4j.sim.workload.ServiceOutcome;
import io.ess4j.sim.workload.Workload;
import java.util.Optional;
import java.util.OptionalInt;

/** A run whose policy, load, service and provider are all one's own, outside of the simulator's packages. */
public final class OwnParts {
    private OwnParts() {}

    /** A load of your own: 20 requests a second, and 100 in every third hour. */
    static final Workload LOAD = (from, to) -> (from / 3_600_000 % 3 == 2 ? 100.0 : 20.0) * (to - from) / 1000;

    /** A policy of your own: one unit for every two requests a second, and four to spare. */
    static final CapacityPolicy POLICY =
            input -> OptionalInt.of((int) Math.ceil(input.measurement().arrivalsPerSecond() / 2) + 4);

    /** A service of your own: each unit answers ten requests a second in 50 ms, and the rest is turned away. */
    static final ServiceModel SERVICE = (arrivals, capacity, periodMillis) -> {
        long possible = (long) (capacity * 10 * periodMillis / 1000);
        long served = Math.min(arrivals, possible);
        double utilisation = possible == 0 ? 0 : (double) served / possible;
        return new ServiceOutcome(served, arrivals - served, 0, utilisation, 50);
    };

    /** A provider of your own: here one that refuses every fifth order of another. */
    static final class Moody implements Provider {
        private final Provider other;
        private int orders;

        Moody(Provider other) {
            this.other = other;
        }

        int orders() {
            return orders;
        }

        @Override
        public Optional<String> order(Offering offering) {
            return ++orders % 5 == 0 ? Optional.empty() : other.order(offering);
        }

        @Override
        public void listen(CloudListener listener) {
            other.listen(listener);
        }

        @Override
        public Market market() {
            return other.market();
        }

        @Override
        public Optional<String> addRunning(Offering offering) {
            return other.addRunning(offering);
        }

        @Override
        public boolean stop(String id) {
            return other.stop(id);
        }

        @Override
        public boolean start(String id) {
            return other.start(id);
        }

        @Override
        public boolean release(String id) {
            return other.release(id);
        }

        @Override
        public Billing billing() {
            return other.billing();
        }
    }

    /**
     * Runs the built-in scenario with these parts.
     *
     * @return its figures
     */
    static Figures run() {
        Scenario scenario = ScenarioReader.read(BuiltInScenario.ONLINE_EDUCATION, Overrides.NONE);
        var figures = new RunFigures(scenario);
        new ScenarioRun(scenario, figures, Optional.of(POLICY), Moody::new)
                .withWorkload(LOAD)
                .withService(SERVICE)
                .run();
        return figures.figures();
    }

    /**
     * Prints all figures.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        run().all().forEach(figure -> System.out.println(figure.name() + " = " + figure.text() + " " + figure.unit()));
    }
}

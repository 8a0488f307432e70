package io.ess4j.sim.sweep;

import io.ess4j.sim.metrics.Figure;
import io.ess4j.sim.metrics.Figures;
import io.ess4j.sim.metrics.RunObserver;
import io.ess4j.sim.scenario.RunFigures;
import io.ess4j.sim.scenario.Scenario;
import io.ess4j.sim.scenario.ScenarioRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Several scenarios in the same worlds: each is run with the same seeds, so that a difference between two of them is
 * told seed by seed, and chance that meets both of them alike falls out of it.
 */
public final class Comparison {
    private final List<Contender> contenders;
    private final List<Long> seeds;
    private final List<List<Figures>> figures;

    private Comparison(List<Contender> contenders, List<Long> seeds, List<List<Figures>> figures) {
        this.contenders = contenders;
        this.seeds = seeds;
        this.figures = figures;
    }

    /**
     * Runs every contender with every seed.
     *
     * @param contenders at least two; the first is the one that the others are held against
     * @param seeds at least one
     * @param threads how many runs at a time
     * @param watching makes an observer for the run of a contender with the first seed
     * @param finished is called after each run
     * @return the comparison
     * @throws IllegalArgumentException if the contenders do not play at the same time or are paid in different
     *     currencies
     */
    public static Comparison of(
            List<Contender> contenders,
            List<Long> seeds,
            int threads,
            IntFunction<RunObserver> watching,
            Runnable finished) {
        check(contenders);
        int runs = contenders.size() * seeds.size();
        List<Figures> all = new ArrayList<>();
        IntStream.range(0, runs).forEach(i -> all.add(new Figures(List.of())));
        Threads.run(
                threads,
                IntStream.range(0, runs).boxed().toList(),
                run -> {
                    int contender = run / seeds.size();
                    int seed = run % seeds.size();
                    Scenario scenario = contenders.get(contender).scenario().withSeed(seeds.get(seed));
                    RunFigures measured = new RunFigures(scenario);
                    RunObserver observer =
                            seed == 0 ? RunObserver.all(List.of(measured, watching.apply(contender))) : measured;
                    new ScenarioRun(scenario, observer).run();
                    return new Done(run, measured.figures());
                },
                done -> {
                    all.set(done.run, done.figures);
                    finished.run();
                });
        List<List<Figures>> byContender = new ArrayList<>();
        for (int c = 0; c < contenders.size(); c++) {
            byContender.add(List.copyOf(all.subList(c * seeds.size(), (c + 1) * seeds.size())));
        }
        return new Comparison(List.copyOf(contenders), List.copyOf(seeds), byContender);
    }

    private record Done(int run, Figures figures) {}

    /**
     * Checks that contenders can be compared.
     *
     * @param contenders the contenders
     * @throws IllegalArgumentException if there are fewer than two, two of one name, or they do not play at the same
     *     time or are paid in different currencies
     */
    public static void check(List<Contender> contenders) {
        if (contenders.size() < 2) {
            throw new IllegalArgumentException("contenders (" + contenders.size() + ") must be at least two");
        }
        Scenario first = contenders.get(0).scenario();
        List<String> names = contenders.stream().map(Contender::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("names must differ: " + names);
        }
        for (Contender contender : contenders) {
            Scenario other = contender.scenario();
            if (!other.span().start().equals(first.span().start())
                    || !other.span().length().equals(first.span().length())) {
                throw new IllegalArgumentException(contender.name() + " must play at the same time as " + names.get(0));
            }
            if (!other.about().currency().equals(first.about().currency())) {
                throw new IllegalArgumentException(contender.name() + " must be paid in the currency of " + names.get(0)
                        + ", " + first.about().currency());
            }
        }
    }

    /**
     * Who is compared.
     *
     * @return the contenders; the first is the one that the others are held against
     */
    public List<Contender> contenders() {
        return contenders;
    }

    /**
     * The worlds.
     *
     * @return the seeds
     */
    public List<Long> seeds() {
        return seeds;
    }

    /**
     * The figures of a run.
     *
     * @param contender its number
     * @param seed the number of the seed
     * @return the figures
     */
    public Figures figures(int contender, int seed) {
        return figures.get(contender).get(seed);
    }

    /**
     * The figures that are compared: those of all contenders, each name once.
     *
     * @return figures of some run, for their names, labels and units
     */
    public List<Figure> columns() {
        List<Figure> columns = new ArrayList<>();
        for (List<Figures> runs : figures) {
            for (Figure figure : runs.get(0).all()) {
                if (columns.stream().noneMatch(c -> c.name().equals(figure.name()))) {
                    columns.add(figure);
                }
            }
        }
        return columns;
    }

    /**
     * The mean of a figure.
     *
     * @param contender its number
     * @param name the figure
     * @return the estimate over the seeds that have a value
     */
    public Estimate mean(int contender, String name) {
        List<Double> values = new ArrayList<>();
        for (Figures run : figures.get(contender)) {
            value(run, name).ifPresent(values::add);
        }
        return Estimate.of(values);
    }

    /**
     * The mean paired difference of a figure to that of the first contender.
     *
     * @param contender its number
     * @param name the figure
     * @return the estimate over the seeds for which both have a value
     */
    public Estimate difference(int contender, String name) {
        List<Double> values = new ArrayList<>();
        for (int seed = 0; seed < seeds.size(); seed++) {
            Optional<Double> mine = value(figures(contender, seed), name);
            Optional<Double> base = value(figures(0, seed), name);
            if (mine.isPresent() && base.isPresent()) {
                values.add(mine.get() - base.get());
            }
        }
        return Estimate.of(values);
    }

    private static Optional<Double> value(Figures run, String name) {
        return run.find(name).flatMap(Figure::value).map(v -> v.doubleValue());
    }
}

package io.ess4j.sim.cli;

import io.ess4j.cost.CostEstimate;
import io.ess4j.cost.CostEstimator;
import io.ess4j.cost.InstanceHours;
import io.ess4j.cost.WorkloadProfile;
import io.ess4j.model.Money;
import io.ess4j.model.Price;
import io.ess4j.model.PurchaseOption;
import java.io.PrintWriter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ess cost}: what a load with regular peaks costs in a month. */
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Estimates what a load with regular peaks costs in a month of 30 days, paid by the hour and by the month.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:The estimate is printed.", "2:The command line is wrong."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ess cost --low 2 --peak 10 --peak-hours 4 --days mon,tue,wed,thu,fri --price 0.5 --spot 0.1 --monthly 240",
            "  ess cost --low 0 --peak 20 --peak-hours 36 --every month --price 1.2"
        })
final class CostCommand implements Callable<Integer> {
    /** How often the peak comes. */
    enum Every {
        DAY,
        WEEK,
        MONTH
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--low", required = true, paramLabel = "N", description = "Instances outside of the peak.")
    private int low;

    @Option(names = "--peak", required = true, paramLabel = "N", description = "Instances during the peak.")
    private int peak;

    @Option(names = "--peak-hours", required = true, paramLabel = "HOURS", description = "How long a peak lasts.")
    private double hours;

    @Option(names = "--every", paramLabel = "TIME", description = "A peak every day (default), week or month.")
    private Every every = Every.DAY;

    @Option(
            names = "--days",
            split = ",",
            paramLabel = "DAYS",
            description = "The days that count with a daily peak, such as mon,tue. Default: all.")
    private List<String> days = new ArrayList<>();

    @Option(names = "--price", required = true, paramLabel = "AMOUNT", description = "On-demand price per hour.")
    private String price = "";

    @Option(names = "--spot", paramLabel = "AMOUNT", description = "Spot price per hour.")
    private @Nullable String spot;

    @Option(names = "--monthly", paramLabel = "AMOUNT", description = "Price of a month of subscription.")
    private @Nullable String monthly;

    @Option(names = "--json", description = "Print the estimate as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            estimate();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        return Main.OK;
    }

    private void estimate() {
        WorkloadProfile profile = profile();
        List<CostEstimate> estimates = new ArrayList<>();
        Price onDemand = Price.perHour(price);
        estimates.add(CostEstimator.estimate(profile, PurchaseOption.ON_DEMAND, onDemand));
        if (spot != null) {
            estimates.add(CostEstimator.estimate(profile, PurchaseOption.SPOT, Price.perHour(spot)));
        }
        Optional<Money> month = Optional.ofNullable(monthly).map(Money::of);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            write(out, profile, estimates, onDemand, month);
        } else {
            print(out, profile, estimates, onDemand, month);
        }
        out.flush();
    }

    private WorkloadProfile profile() {
        if (!(hours >= 0 && hours <= 720)) {
            throw new IllegalArgumentException("--peak-hours (" + hours + ") must be from 0 to 720");
        }
        if (!days.isEmpty() && every != Every.DAY) {
            throw new IllegalArgumentException("--days has no meaning without a daily peak");
        }
        Duration length = Duration.ofMillis(Math.round(hours * 3_600_000));
        return switch (every) {
            case DAY -> WorkloadProfile.daily(days(), low, peak, length);
            case WEEK -> WorkloadProfile.weekly(low, peak, length);
            case MONTH -> WorkloadProfile.monthly(low, peak, length);
        };
    }

    private List<DayOfWeek> days() {
        if (days.isEmpty()) {
            return List.of(DayOfWeek.values());
        }
        return days.stream()
                .map(name -> Arrays.stream(DayOfWeek.values())
                        .filter(d -> d.name().substring(0, 3).equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--days (" + name + ") must be of mon, tue, wed, thu, fri, sat, sun")))
                .toList();
    }

    private static void print(
            PrintWriter out,
            WorkloadProfile profile,
            List<CostEstimate> estimates,
            Price onDemand,
            Optional<Money> month) {
        out.print("\n");
        for (CostEstimate estimate : estimates) {
            out.print("  " + pad(word(estimate.option())) + estimate.explain() + "\n");
        }
        month.ifPresent(m -> {
            out.print("  " + pad("subscription") + profile.peak() + " x " + m + " = "
                    + estimates.get(0).against(m).subscription() + "\n\n");
            CostEstimator.breakEven(onDemand, m)
                    .ifPresent(even -> out.print("  A subscription pays from " + even.rounded()
                            + " hours a month on. Cheapest is to subscribe "
                            + CostEstimator.cheapestSubscribed(profile, onDemand, m) + " of " + profile.peak()
                            + " and to pay the rest by the hour.\n"));
        });
        out.print("\n");
    }

    private static void write(
            PrintWriter out,
            WorkloadProfile profile,
            List<CostEstimate> estimates,
            Price onDemand,
            Optional<Money> month) {
        JsonOut.print(out, generator -> {
            generator.writeStartObject();
            generator.writeName("hoursPerMonth");
            generator.writeNumber(profile.hoursPerMonth().rounded());
            generator.writeObjectPropertyStart("cost");
            for (CostEstimate estimate : estimates) {
                generator.writeName(estimate.option().name());
                generator.writeNumber(estimate.cost().toString());
            }
            month.ifPresent(m -> {
                generator.writeName("SUBSCRIPTION");
                generator.writeNumber(estimates.get(0).against(m).subscription().toString());
            });
            generator.writeEndObject();
            month.flatMap(m -> CostEstimator.breakEven(onDemand, m))
                    .map(InstanceHours::rounded)
                    .ifPresent(even -> {
                        generator.writeName("breakEvenHours");
                        generator.writeNumber(even);
                        generator.writeNumberProperty(
                                "cheapestSubscribed",
                                CostEstimator.cheapestSubscribed(profile, onDemand, month.orElseThrow()));
                    });
            generator.writeEndObject();
        });
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(1, 14 - text.length()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

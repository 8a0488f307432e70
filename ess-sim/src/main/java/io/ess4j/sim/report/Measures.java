package io.ess4j.sim.report;

import io.ess4j.model.Money;
import io.ess4j.model.PurchaseOption;
import io.ess4j.sim.input.Decimals;
import io.ess4j.sim.scenario.Scenario;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the figures of a run are written: money with its currency, durations, shares, local times. */
final class Measures {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Scenario scenario;

    Measures(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The local time of a simulated time, such as {@code 2026-01-05T17:00:00}. */
    String time(long millis) {
        String text = local(millis).toString();
        return text.length() == 16 ? text + ":00" : text;
    }

    LocalDateTime local(long millis) {
        return LocalDateTime.ofInstant(
                scenario.span().start().plusMillis(millis), scenario.span().zone());
    }

    /** An amount with two decimals, half up. */
    static String money(Money amount) {
        long cents = amount.nanos() / 10_000_000 + (amount.nanos() % 10_000_000 >= 5_000_000 ? 1 : 0);
        return cents / 100 + "." + Long.toString(100 + cents % 100).substring(1);
    }

    /** An amount with thousands separated. */
    static String grouped(Money amount) {
        String text = money(amount);
        return grouped(Long.parseLong(text.substring(0, text.length() - 3))) + text.substring(text.length() - 3);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A duration in at most two units, such as {@code 3 h 20 min}. */
    static String duration(long millis) {
        long[] units = {DAY, HOUR, MINUTE, SECOND};
        String[] names = {" d", " h", " min", " s"};
        for (int i = 0; i < units.length; i++) {
            if (millis >= units[i]) {
                String text = millis / units[i] + names[i];
                long rest = i + 1 < units.length ? millis % units[i] / units[i + 1] : 0;
                return rest > 0 ? text + " " + rest + names[i + 1] : text;
            }
        }
        return millis + " ms";
    }

    static String percent(double ratio, int decimals) {
        return Decimals.fixed(100 * ratio, decimals);
    }

    /** Requests a second that one capacity unit can serve. */
    double unitRate() {
        return scenario.service().workersPerUnit() * 1000 / scenario.service().serviceMillis();
    }

    /** The purchase options that the market of the scenario sells, in their order. */
    List<PurchaseOption> options() {
        return Arrays.stream(PurchaseOption.values())
                .filter(option ->
                        scenario.market().catalog().offerings().stream().anyMatch(o -> o.purchaseOption() == option))
                .toList();
    }

    static String word(PurchaseOption option) {
        return switch (option) {
            case ON_DEMAND -> "On-demand";
            case SPOT -> "Spot";
            case SUBSCRIPTION -> "Subscription";
        };
    }
}

package io.ess4j.sim.scenario;

import java.util.OptionalLong;

/** Reads durations such as {@code 250ms}, {@code 90s}, {@code 5m}, {@code 2h}, {@code 28d} and {@code 1h30m}. */
public final class Durations {
    private static final int MAX_DIGITS = 12;

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @param text the text; such as {@code 90s} or {@code 1h30m}
     * @return milliseconds, or empty if the text is no duration or far too long
     */
    public static OptionalLong parseMillis(String text) {
        long total = 0;
        int at = 0;
        while (at < text.length()) {
            int unit = at;
            while (unit < text.length() && text.charAt(unit) >= '0' && text.charAt(unit) <= '9') {
                unit++;
            }
            int end = unit;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            long scale = scale(text.substring(unit, end));
            if (unit == at || unit - at > MAX_DIGITS || scale == 0) {
                return OptionalLong.empty();
            }
            // at most 10^12 of 10^8 milliseconds, which overflows: cut instead, callers have lower limits
            long number = Math.min(Long.parseLong(text.substring(at, unit)), Long.MAX_VALUE / 4 / scale);
            total = Math.min(Long.MAX_VALUE / 4, total + number * scale);
            at = end;
        }
        return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(total);
    }

    private static long scale(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> 0;
        };
    }
}

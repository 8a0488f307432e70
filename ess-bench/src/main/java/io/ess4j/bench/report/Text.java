package io.ess4j.bench.report;

import java.util.Locale;

/** Numbers for people: three digits that matter, a unit that fits. */
final class Text {
    private Text() {}

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double size = Math.abs(value);
        String digits = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        String text = String.format(Locale.ROOT, digits, value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    static String time(double nanos) {
        return nanos >= 1e9
                ? number(nanos / 1e9) + " s"
                : nanos >= 1e6
                        ? number(nanos / 1e6) + " ms"
                        : nanos >= 1e3 ? number(nanos / 1e3) + " µs" : number(nanos) + " ns";
    }

    static String bytes(double bytes) {
        return bytes >= 1e6
                ? number(bytes / 1e6) + " MB"
                : bytes >= 1e3 ? number(bytes / 1e3) + " kB" : number(Math.rint(bytes)) + " B";
    }
}

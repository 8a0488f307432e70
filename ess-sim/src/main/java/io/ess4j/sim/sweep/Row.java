package io.ess4j.sim.sweep;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The figures of one run of a sweep.
 *
 * @param point the number of the run
 * @param values numbers as text in the order of the columns; empty where there is none
 */
public record Row(int point, List<String> values) {
    public Row {
        values = List.copyOf(values);
        for (String value : values) {
            if (!value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '.')) {
                throw new IllegalArgumentException("value (" + value + ") must be a plain number");
            }
        }
    }

    /** A line that tells by its check sum whether it is whole. */
    String toLine() {
        String body = point + "," + String.join(",", values);
        return body + "," + checkSum(body);
    }

    /** Reads a line; empty if it is not whole. */
    static Optional<Row> parse(String line, int columns, int points) {
        int last = line.lastIndexOf(',');
        if (last < 0 || !line.substring(last + 1).equals(checkSum(line.substring(0, last)))) {
            return Optional.empty();
        }
        List<String> parts = List.of(line.substring(0, last).split(",", -1));
        try {
            int point = Integer.parseInt(parts.get(0));
            return parts.size() == columns + 1 && point >= 0 && point < points
                    ? Optional.of(new Row(point, parts.subList(1, parts.size())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String checkSum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}

package io.ess4j.schedule;

import io.ess4j.model.TextFormatException;
import java.util.ArrayList;
import java.util.List;

/** Reads cron fields one character at a time, so that a refusal can say where and what was expected. */
final class CronParser {
    private static final int LONGEST = 256;

    private final String what;
    private final String text;
    private int at;

    CronParser(String what, String text) {
        this.what = what;
        this.text = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        if (text.length() > LONGEST) {
            throw refuse(LONGEST, "at most " + LONGEST + " characters");
        }
        spaces();
    }

    boolean atEnd() {
        return at == text.length();
    }

    /** Skips white space between fields; a field that is missing is found by the field itself. */
    private void spaces() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /** Takes a word if the rest begins with it. */
    boolean take(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    void end() {
        spaces();
        if (!atEnd()) {
            throw refuse(at, "no more fields");
        }
    }

    TextFormatException refuse(int index, String expected) {
        return new TextFormatException(what, text, index, expected);
    }

    int position() {
        return at;
    }

    /** A sign and two digits, such as +08, as hours; white space after it is skipped. */
    int hourOffset() {
        int start = at;
        boolean minus = take("-");
        if (!minus && !take("+")) {
            throw refuse(at, "'+' or '-'");
        }
        int digits = at;
        int hours = number(0, 18, "hours from 00 to 18");
        if (at != digits + 2 || atEnd()) {
            throw refuse(start, "a sign, two digits and a blank");
        }
        fieldEnd();
        return minus ? -hours : hours;
    }

    /** A field of plain values only. */
    CronField field(int least, int most) {
        return field(least, most, Special.NONE);
    }

    /** Which special items a field knows beside values, ranges and steps. */
    enum Special {
        NONE,
        /** Day of the month without {@code ?}: L, LW, 5W. */
        DAY,
        /** Day of the month: the same, or {@code ?}. */
        DAY_OR_NONE,
        /** Day of the week: L, 6L, 6#3 or {@code ?}. */
        WEEK
    }

    CronField field(int least, int most, Special special) {
        int start = at;
        List<CronField.Item> items = new ArrayList<>();
        do {
            items.add(item(least, most, special));
        } while (take(","));
        boolean alone = items.stream().anyMatch(i -> i.kind().standsAlone());
        if (alone && items.size() > 1) {
            throw refuse(start, "'?' and 'L' outside of lists");
        }
        fieldEnd();
        return new CronField(items);
    }

    private void fieldEnd() {
        if (!atEnd() && text.charAt(at) != ' ') {
            throw refuse(at, "',', a blank or the end");
        }
        spaces();
    }

    private CronField.Item item(int least, int most, Special special) {
        if (take("*")) {
            return steps(least, most, most);
        }
        if (special != Special.NONE && special != Special.DAY && take("?")) {
            return CronField.Item.none();
        }
        if (special != Special.NONE && take("L")) {
            boolean week = special == Special.WEEK;
            return week
                    ? CronField.Item.values(1L << most)
                    : CronField.Item.of(take("W") ? CronField.Kind.LAST_WEEKDAY : CronField.Kind.LAST_DAY, 0, 0);
        }
        int first = number(least, most, "a number from " + least + " to " + most);
        if (special == Special.WEEK && take("L")) {
            return CronField.Item.of(CronField.Kind.LAST_OF_WEEK, first, 0);
        }
        if (special == Special.WEEK && take("#")) {
            return CronField.Item.of(CronField.Kind.NTH_OF_WEEK, first, number(1, 5, "a number from 1 to 5"));
        }
        if (special != Special.NONE && special != Special.WEEK && take("W")) {
            return CronField.Item.of(CronField.Kind.NEAREST_WEEKDAY, first, 0);
        }
        if (take("-")) {
            int last = number(first, most, "a number from " + first + " to " + most);
            return steps(first, last, most);
        }
        return !atEnd() && text.charAt(at) == '/' ? steps(first, most, most) : CronField.Item.values(1L << first);
    }

    private CronField.Item steps(int first, int last, int most) {
        int step = take("/") ? number(1, most, "a step from 1 to " + most) : 1;
        long values = 0;
        for (int value = first; value <= last; value += step) {
            values |= 1L << value;
        }
        return CronField.Item.values(values);
    }

    private int number(int least, int most, String expected) {
        int start = at;
        int value = 0;
        while (at < text.length() && at < start + 3 && isDigit(text.charAt(at))) {
            value = value * 10 + text.charAt(at) - '0';
            at++;
        }
        if (at == start || value < least || value > most) {
            throw refuse(start, expected);
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

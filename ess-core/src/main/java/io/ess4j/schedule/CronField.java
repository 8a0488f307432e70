package io.ess4j.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** One field of a cron expression: a list of items, each a set of values or a rule about days of a month. */
record CronField(List<Item> items) {
    CronField {
        items = List.copyOf(items);
    }

    /** What an item is about. */
    enum Kind {
        /** Plain values, as bits. */
        VALUES,
        /** {@code ?}: the other day field decides. */
        NONE,
        /** {@code L}: the last day of the month. */
        LAST_DAY,
        /** {@code LW}: the last day of the month from Monday to Friday. */
        LAST_WEEKDAY,
        /** {@code 5W}: the day from Monday to Friday nearest to a day, within its month. */
        NEAREST_WEEKDAY,
        /** {@code 6L}: the last such day of the week in the month. */
        LAST_OF_WEEK,
        /** {@code 6#3}: the n-th such day of the week in the month. */
        NTH_OF_WEEK;

        boolean standsAlone() {
            return this == NONE || this == LAST_DAY || this == LAST_WEEKDAY || this == LAST_OF_WEEK;
        }
    }

    /** An item: values as bits, or a day and its number. */
    record Item(Kind kind, long values, int day, int nth) {
        static Item values(long bits) {
            return new Item(Kind.VALUES, bits, 0, 0);
        }

        static Item none() {
            return new Item(Kind.NONE, 0, 0, 0);
        }

        static Item of(Kind kind, int day, int nth) {
            return new Item(kind, 0, day, nth);
        }
    }

    boolean isNone() {
        return items.get(0).kind() == Kind.NONE;
    }

    /** All plain values as bits. */
    long values() {
        return items.stream().mapToLong(Item::values).reduce(0, (a, b) -> a | b);
    }

    /** The days of a month that this field means as days of the month, as bits 1 to 31. */
    long daysOfMonth(YearMonth month) {
        int length = month.lengthOfMonth();
        long days = values() & ((1L << (length + 1)) - 1);
        for (Item item : items) {
            days |= switch (item.kind()) {
                case LAST_DAY -> 1L << length;
                case LAST_WEEKDAY -> 1L << nearestWeekday(month, length);
                case NEAREST_WEEKDAY -> item.day() <= length ? 1L << nearestWeekday(month, item.day()) : 0;
                case VALUES, NONE, LAST_OF_WEEK, NTH_OF_WEEK -> 0;
            };
        }
        return days;
    }

    private static int nearestWeekday(YearMonth month, int day) {
        LocalDate date = month.atDay(day);
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> day > 1 ? day - 1 : day + 2;
            case SUNDAY -> day < month.lengthOfMonth() ? day + 1 : day - 2;
            default -> day;
        };
    }

    /** The days of a month that this field means as days of the week, 1 Monday to 7 Sunday, as bits 1 to 31. */
    long daysOfWeek(YearMonth month) {
        int length = month.lengthOfMonth();
        int first = month.atDay(1).getDayOfWeek().getValue();
        long plain = values();
        long days = 0;
        for (int day = 1; day <= length; day++) {
            int weekday = (first + day - 2) % 7 + 1;
            int nth = (day + 6) / 7;
            boolean last = day + 7 > length;
            boolean meant = (plain >> weekday & 1) == 1;
            for (Item item : items) {
                meant |= item.day() == weekday && (item.kind() == Kind.LAST_OF_WEEK ? last : item.nth() == nth);
            }
            days |= meant ? 1L << day : 0;
        }
        return days;
    }
}

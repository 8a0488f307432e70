package io.ess4j.schedule;

import static java.util.Objects.requireNonNull;

import io.ess4j.schedule.CronParser.Special;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time in which an alarm task may run its rules, such as {@code * 0-30 17-18 * *} (guide map C-10-7): every moment
 * that fits all fields.
 *
 * <p>Fields: second, minute, hour, day, month, and, in the newer form, {@code ?}. A prefix {@code TZ=+08} gives the
 * zone. Without one the newer documents read the fields in UTC+8, the older ones in UTC: {@link #parse(String)} follows
 * the newer, {@link #parse(String, ZoneId)} is for everything else.
 */
public final class EffectiveTime {
    /** The zone of the newer documents. */
    public static final ZoneOffset DEFAULT_ZONE = ZoneOffset.ofHours(8);

    private final String text;
    private final ZoneId zone;
    private final long seconds;
    private final long minutes;
    private final long hours;
    private final CronField days;
    private final long months;

    private EffectiveTime(String text, ZoneId zone) {
        CronParser parser = new CronParser("effective time", text);
        this.text = text;
        this.zone = parser.take("TZ=") ? ZoneOffset.ofHours(parser.hourOffset()) : zone;
        this.seconds = parser.field(0, 59).values();
        this.minutes = parser.field(0, 59).values();
        this.hours = parser.field(0, 23).values();
        this.days = parser.field(1, 31, Special.DAY);
        this.months = parser.field(1, 12).values();
        if (!parser.atEnd() && !parser.take("?")) {
            throw parser.refuse(parser.position(), "'?' or the end");
        }
        parser.end();
    }

    /**
     * Reads an effective time in UTC+8, unless the text names a zone.
     *
     * @param text the fields, separated by blanks
     * @return the effective time
     * @throws io.ess4j.model.TextFormatException if the text is no effective time
     */
    public static EffectiveTime parse(String text) {
        return parse(text, DEFAULT_ZONE);
    }

    /**
     * Reads an effective time.
     *
     * @param text the fields, separated by blanks
     * @param zone the zone of a text that names none
     * @return the effective time
     * @throws io.ess4j.model.TextFormatException if the text is no effective time
     */
    public static EffectiveTime parse(String text, ZoneId zone) {
        return new EffectiveTime(requireNonNull(text, "text"), requireNonNull(zone, "zone"));
    }

    /**
     * Whether a moment lies in this time; O(1).
     *
     * @param moment a moment from the year 1678 to 2261
     * @return true if its local second fits all fields
     * @throws IllegalArgumentException if the moment is out of range
     */
    public boolean contains(Instant moment) {
        Moments.check("moment", moment);
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return has(seconds, local.getSecond())
                && has(minutes, local.getMinute())
                && has(hours, local.getHour())
                && has(months, local.getMonthValue())
                && has(days.daysOfMonth(YearMonth.from(local)), local.getDayOfMonth());
    }

    private static boolean has(long bits, int value) {
        return (bits >> value & 1) == 1;
    }

    /**
     * The zone in which the fields are read.
     *
     * @return the zone of the text, or the one given
     */
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EffectiveTime time && time.text.equals(text) && time.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return 31 * text.hashCode() + zone.hashCode();
    }

    /** Returns the text as it was given. */
    @Override
    public String toString() {
        return text;
    }
}

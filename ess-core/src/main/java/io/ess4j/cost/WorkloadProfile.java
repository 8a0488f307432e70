package io.ess4j.cost;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * How many instances a workload needs through a month (guide 1.3): low and peak with a daily, weekly or monthly peak
 * time, or a {@linkplain LoadCurve measured curve}.
 *
 * <p>A month is 30 days and 30/7 weeks; no other convention gives the guide's 2089.286 hours.
 */
public sealed interface WorkloadProfile
        permits WorkloadProfile.DailyPeak, WorkloadProfile.WeeklyPeak, WorkloadProfile.MonthlyPeak, LoadCurve {
    /**
     * A peak on some days of the week. Days that are not named need no instance at all.
     *
     * @param days the days that count, each once
     * @param low instances outside the peak, 0 or more
     * @param peak instances in the peak, {@code low} or more
     * @param peakPerDay how long the peak lasts on each of the days, 0 to 24 hours
     * @return the profile
     * @throws IllegalArgumentException if no day is named, one twice, or a number is out of range
     */
    static DailyPeak daily(Collection<DayOfWeek> days, int low, int peak, Duration peakPerDay) {
        return new DailyPeak(List.copyOf(days), low, peak, peakPerDay);
    }

    /**
     * A peak once a week.
     *
     * @param low instances outside the peak, 0 or more
     * @param peak instances in the peak, {@code low} or more
     * @param peakPerWeek how long the peak lasts, 0 to 7 days
     * @return the profile
     * @throws IllegalArgumentException if a number is out of range
     */
    static WeeklyPeak weekly(int low, int peak, Duration peakPerWeek) {
        return new WeeklyPeak(low, peak, peakPerWeek);
    }

    /**
     * A peak once a month.
     *
     * @param low instances outside the peak, 0 or more
     * @param peak instances in the peak, {@code low} or more
     * @param peakPerMonth how long the peak lasts, 0 to 30 days
     * @return the profile
     * @throws IllegalArgumentException if a number is out of range
     */
    static MonthlyPeak monthly(int low, int peak, Duration peakPerMonth) {
        return new MonthlyPeak(low, peak, peakPerMonth);
    }

    /**
     * The most instances that run at a time: what a subscription would have to cover.
     *
     * @return instances, 0 or more
     */
    int peak();

    /**
     * The instance hours of a month.
     *
     * @return the exact hours
     */
    InstanceHours hoursPerMonth();

    /**
     * What remains of this workload when some instances always run: each count less that number, not below 0.
     *
     * @param instances instances that run anyway, 0 or more
     * @return the rest
     * @throws IllegalArgumentException if the number is negative
     */
    WorkloadProfile above(int instances);

    /**
     * The instance hours of a month of {@linkplain #above what remains} when some instances always run.
     *
     * @param instances instances that run anyway, 0 or more
     * @return the exact hours
     * @throws IllegalArgumentException if the number is negative
     */
    default InstanceHours hoursPerMonthAbove(int instances) {
        return above(instances).hoursPerMonth();
    }

    /**
     * The calculation of the hours with this profile's numbers, such as {@code 30/7 x 3 x (5 x 24 + (10 - 5) x 8.5)}.
     *
     * @return the right side of the formula, without the result
     */
    String formula();

    /**
     * Low and peak with a peak on some days of the week: hours = 30/7 x days x (low x 24 + (peak - low) x peak hours).
     *
     * @param days the days that count, Monday first, each once and at least one
     * @param low instances outside the peak, 0 or more
     * @param peak instances in the peak, {@code low} or more
     * @param peakPerDay how long the peak lasts on each of the days, 0 to 24 hours
     */
    record DailyPeak(List<DayOfWeek> days, int low, int peak, Duration peakPerDay) implements WorkloadProfile {
        public DailyPeak {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("days must name at least one day");
            }
            // an EnumSet is walked in the order of the days
            List<DayOfWeek> ordered = List.copyOf(EnumSet.copyOf(days));
            if (ordered.size() < days.size()) {
                throw new IllegalArgumentException("days (" + days + ") must name each day only once");
            }
            days = ordered;
            Peaks.check(low, peak, "peakPerDay", peakPerDay, Duration.ofDays(1));
        }

        @Override
        public InstanceHours hoursPerMonth() {
            return Peaks.hours(low, peak, peakPerDay, Duration.ofDays(1)).times(30L * days.size(), 7);
        }

        @Override
        public DailyPeak above(int instances) {
            return new DailyPeak(days, Peaks.less(low, instances), Peaks.less(peak, instances), peakPerDay);
        }

        @Override
        public String formula() {
            return "30/7 x " + days.size() + " x (" + Peaks.text(low, peak, peakPerDay, 24) + ")";
        }
    }

    /**
     * Low and peak with a peak once a week: hours = 30/7 x (low x 168 + (peak - low) x peak hours).
     *
     * @param low instances outside the peak, 0 or more
     * @param peak instances in the peak, {@code low} or more
     * @param peakPerWeek how long the peak lasts, 0 to 7 days
     */
    record WeeklyPeak(int low, int peak, Duration peakPerWeek) implements WorkloadProfile {
        public WeeklyPeak {
            Peaks.check(low, peak, "peakPerWeek", peakPerWeek, Duration.ofDays(7));
        }

        @Override
        public InstanceHours hoursPerMonth() {
            return Peaks.hours(low, peak, peakPerWeek, Duration.ofDays(7)).times(30, 7);
        }

        @Override
        public WeeklyPeak above(int instances) {
            return new WeeklyPeak(Peaks.less(low, instances), Peaks.less(peak, instances), peakPerWeek);
        }

        @Override
        public String formula() {
            return "30/7 x (" + Peaks.text(low, peak, peakPerWeek, 168) + ")";
        }
    }

    /**
     * Low and peak with a peak once a month: hours = low x 720 + (peak - low) x peak hours.
     *
     * @param low instances outside the peak, 0 or more
     * @param peak instances in the peak, {@code low} or more
     * @param peakPerMonth how long the peak lasts, 0 to 30 days
     */
    record MonthlyPeak(int low, int peak, Duration peakPerMonth) implements WorkloadProfile {
        public MonthlyPeak {
            Peaks.check(low, peak, "peakPerMonth", peakPerMonth, LoadCurve.MONTH);
        }

        @Override
        public InstanceHours hoursPerMonth() {
            return Peaks.hours(low, peak, peakPerMonth, LoadCurve.MONTH);
        }

        @Override
        public MonthlyPeak above(int instances) {
            return new MonthlyPeak(Peaks.less(low, instances), Peaks.less(peak, instances), peakPerMonth);
        }

        @Override
        public String formula() {
            return Peaks.text(low, peak, peakPerMonth, 720);
        }
    }
}

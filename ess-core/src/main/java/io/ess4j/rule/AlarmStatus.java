package io.ess4j.rule;

/** What an alarm task knows about its condition (guide map C-10-3). */
public enum AlarmStatus {
    /** The condition does not hold, or not for long enough. */
    OK,
    /** The condition holds, for as many periods in a row as asked for. */
    ALARM,
    /** The last period brought no data, so nothing can be said. */
    INSUFFICIENT_DATA;

    /** Both must alarm: one OK decides, whatever is not known. */
    AlarmStatus and(AlarmStatus other) {
        return this == OK || other == OK ? OK : this == ALARM ? other : this;
    }

    /** One alarm is enough, whatever is not known. */
    AlarmStatus or(AlarmStatus other) {
        return this == ALARM || other == ALARM ? ALARM : this == OK ? other : this;
    }
}

package io.ess4j.lifecycle;

/** How far a scaling activity came (guide map C-16-1). */
public enum ActivityStatus {
    /** It is being executed; it cannot be interrupted. */
    IN_PROGRESS("InProgress"),
    /** All that was planned has been done. */
    SUCCESSFUL("Successful"),
    /** A part of it has. */
    WARNING("Warning"),
    /** Nothing has. */
    FAILED("Failed"),
    /** The request was refused. */
    REJECTED("Rejected");

    private final String word;

    ActivityStatus(String word) {
        this.word = word;
    }

    /**
     * The status of a finished activity.
     *
     * @param planned how many instances were to join or leave, 0 or more
     * @param achieved how many did, 0 to planned
     * @return successful if all did (or none was planned), failed if none did, otherwise a warning
     * @throws IllegalArgumentException if more was achieved than planned, or a number is negative
     */
    public static ActivityStatus of(int planned, int achieved) {
        if (achieved < 0 || achieved > planned) {
            throw new IllegalArgumentException(
                    "achieved (" + achieved + ") must be from 0 to planned (" + planned + ")");
        }
        if (achieved == planned) {
            return SUCCESSFUL;
        }
        return achieved == 0 ? FAILED : WARNING;
    }

    /**
     * Whether it has ended.
     *
     * @return true unless it is in progress
     */
    public boolean isOver() {
        return this != IN_PROGRESS;
    }

    /** Returns the documented word, such as {@code InProgress}. */
    @Override
    public String toString() {
        return word;
    }
}

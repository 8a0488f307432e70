package io.ess4j.rollout;

/** How far an instance refresh is. */
public enum RefreshStatus {
    /** It waits to begin. */
    PENDING("Pending"),
    /** Instances are being replaced. */
    IN_PROGRESS("InProgress"),
    /** Somebody has suspended it. */
    PAUSED("Paused"),
    /** It waits at a checkpoint. */
    CHECKPOINT_PAUSE("CheckpointPause"),
    /** It took longer than a week. */
    FAILED("Failed"),
    /** All instances are replaced. */
    SUCCESSFUL("Successful"),
    /** Somebody has cancelled it, and what was begun is brought to an end. */
    CANCELLING("Cancelling"),
    /** Somebody has cancelled it; what was replaced stays so. */
    CANCELLED("Cancelled"),
    /** The new instances are being replaced by ones of the active configuration. */
    ROLLBACK_IN_PROGRESS("RollbackInProgress"),
    /** All new instances are gone again. */
    ROLLBACK_SUCCESSFUL("RollbackSuccessful"),
    /** The rollback did not end within the week. */
    ROLLBACK_FAILED("RollbackFailed");

    private final String word;

    RefreshStatus(String word) {
        this.word = word;
    }

    /**
     * Whether nothing happens any more.
     *
     * @return true for the two failures, the two successes and CANCELLED
     */
    public boolean isOver() {
        return switch (this) {
            case FAILED, SUCCESSFUL, CANCELLED, ROLLBACK_SUCCESSFUL, ROLLBACK_FAILED -> true;
            case PENDING, IN_PROGRESS, PAUSED, CHECKPOINT_PAUSE, CANCELLING, ROLLBACK_IN_PROGRESS -> false;
        };
    }

    /** Where the end of the week leads. */
    RefreshStatus overdue() {
        return switch (this) {
            case CANCELLING -> CANCELLED;
            case ROLLBACK_IN_PROGRESS -> ROLLBACK_FAILED;
            case IN_PROGRESS, PAUSED, CHECKPOINT_PAUSE -> FAILED;
            case PENDING, FAILED, SUCCESSFUL, CANCELLED, ROLLBACK_SUCCESSFUL, ROLLBACK_FAILED -> this;
        };
    }

    /** Whether it may be rolled back, suspended (unless it is) or resumed. */
    boolean isUnderWay() {
        return this == IN_PROGRESS || this == PAUSED || this == CHECKPOINT_PAUSE;
    }

    /** Returns the documented word, such as {@code InProgress}. */
    @Override
    public String toString() {
        return word;
    }
}

package io.ess4j.rollout;

/** After which batches a rolling update waits to be told to go on (guide map G5.2-2). */
public enum PauseOption {
    /** After none. */
    AUTOMATIC("Automatic"),
    /** After the first. */
    FIRST_BATCH("FirstBatchPause"),
    /** After each; there is nothing to wait for after the last. */
    EVERY_BATCH("EveryBatchPause");

    private final String word;

    PauseOption(String word) {
        this.word = word;
    }

    /** Whether it waits after that batch, counted from 0, which is not the last one. */
    boolean pausesAfter(int batch) {
        return this == EVERY_BATCH || (this == FIRST_BATCH && batch == 0);
    }

    /** Returns the documented word, such as {@code EveryBatchPause}. */
    @Override
    public String toString() {
        return word;
    }
}

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

    /** Whether it waits after that batch, counted from 0, of so many. */
    boolean pausesAfter(int batch, int batches) {
        return batch < batches - 1 && (this == EVERY_BATCH || (this == FIRST_BATCH && batch == 0));
    }

    /** Returns the documented word, such as {@code EveryBatchPause}. */
    @Override
    public String toString() {
        return word;
    }
}

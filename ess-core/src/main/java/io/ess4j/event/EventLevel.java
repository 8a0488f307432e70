package io.ess4j.event;

/** How much an event matters. */
public enum EventLevel {
    /** All went well, or is about to begin. */
    INFO("normal"),
    /** Something was refused, is partial, or will end soon. */
    WARN("Warn"),
    /** Nothing was reached. */
    CRITICAL("Unnormal");

    private final String status;

    EventLevel(String status) {
        this.status = status;
    }

    /**
     * The word for the status of an event of this level, as the provider spells it.
     *
     * @return {@code normal}, {@code Warn} or {@code Unnormal}
     */
    public String status() {
        return status;
    }

    /**
     * Whether a word stands for the status of an event of this level.
     *
     * @param word a word in any case
     * @return true if it does
     */
    public boolean hasStatus(String word) {
        return status.equalsIgnoreCase(word);
    }
}

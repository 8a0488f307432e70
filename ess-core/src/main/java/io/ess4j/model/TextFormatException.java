package io.ess4j.model;

/** A text that cannot be read as the value it should be, with the position at which reading stopped. */
public class TextFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The rejected text. */
    private final String text;

    /** Where reading stopped. */
    private final int index;

    /**
     * A refusal of the form {@code price (1.2.3) at index 3: expected digits}.
     *
     * @param what what the text should have been, such as {@code price}
     * @param text the rejected text, shortened by the caller if it is very long
     * @param index the index of the first character that does not fit, or the length of the text when it ends too early
     * @param expected what would have been accepted there
     */
    public TextFormatException(String what, String text, int index, String expected) {
        super(what + " (" + text + ") at index " + index + ": expected " + expected);
        this.text = text;
        this.index = index;
    }

    /**
     * The rejected text.
     *
     * @return the text as it was given, possibly shortened
     */
    public String text() {
        return text;
    }

    /**
     * Where reading stopped.
     *
     * @return an index from 0 to the length of the text
     */
    public int index() {
        return index;
    }
}

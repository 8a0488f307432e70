package io.ess4j.model;

/** The broad architecture of an instance type, in the words of the service (guide map C-7-9). */
public enum ComputeKind {
    /** Intel and AMD processors, without other ones beside them. */
    X86("X86"),
    /** With graphics processors, programmable arrays or the like beside the processors. */
    HETEROGENEOUS("Heterogeneous"),
    /** A whole physical machine. */
    BARE_METAL("BareMental"),
    /** Arm processors, without other ones beside them. */
    ARM("Arm");

    private final String word;

    ComputeKind(String word) {
        this.word = word;
    }

    /** Returns the documented word; that of bare metal is spelt as the service spells it, {@code BareMental}. */
    @Override
    public String toString() {
        return word;
    }
}

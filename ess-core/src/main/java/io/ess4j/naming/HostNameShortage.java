package io.ess4j.naming;

/** Why a batch of host names is shorter than asked for. Either way the pattern has to be changed. */
public enum HostNameShortage {
    /** All numbers of an {@link HostNamePattern.AutoIncrement} pattern are used: more digits are needed. */
    NUMBERS_EXHAUSTED,
    /**
     * All extensions of an {@link HostNamePattern.Extended} pattern are used: more digits or another prefix are needed.
     */
    EXTENSIONS_EXHAUSTED
}

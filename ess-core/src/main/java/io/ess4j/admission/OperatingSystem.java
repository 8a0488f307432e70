package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Names;
import java.util.Locale;

/**
 * An operating system and its version, such as {@code CentOS 7.6}. Names are compared without regard to case.
 *
 * @param name the name, such as {@code CentOS}, {@code Ubuntu} or {@code Windows Server}; kept in lower case
 * @param version the version, such as {@code 7.6}
 */
public record OperatingSystem(String name, String version) {
    private static final String WINDOWS = "windows";

    public OperatingSystem {
        name = requireNonNull(name, "name").strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.length() > Names.MAX_LENGTH) {
            throw new IllegalArgumentException("name of an operating system must have 1 to " + Names.MAX_LENGTH
                    + " characters, but has " + name.length());
        }
        Names.check("version", version);
    }

    /**
     * Whether this is a Windows of any edition.
     *
     * @return true if the name begins with Windows
     */
    public boolean isWindows() {
        return name.startsWith(WINDOWS);
    }

    /**
     * Whether this is the named system in any version.
     *
     * @param other a name, in any case
     * @return true if the names are the same
     */
    public boolean is(String other) {
        return name.equals(other.toLowerCase(Locale.ROOT));
    }

    /**
     * The part of the version before the first dot.
     *
     * @return 7 of 7.6
     */
    public String majorVersion() {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    /** Returns name and version. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}

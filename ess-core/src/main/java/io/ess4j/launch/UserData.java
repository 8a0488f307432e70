package io.ess4j.launch;

import io.ess4j.model.TextFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * What is handed to an instance at its first start: a script if it begins with {@code #!}, else plain data (guide map
 * G3.2-1). Its content never shows up in {@link #toString} or in a message.
 */
public final class UserData {
    private static final String ALPHABET = "letters, digits, '+', '/' and '=' at the end, in groups of four";

    private final byte[] bytes;

    private UserData(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * User data of that text, in UTF-8.
     *
     * @param text a script, or any text
     * @return the user data
     */
    public static UserData of(String text) {
        return new UserData(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads user data as it stands in a configuration.
     *
     * @param base64 the text: the standard alphabet with padding, without white space
     * @return the user data
     * @throws TextFormatException if it is no Base64, with the index where it stops being it
     */
    public static UserData parse(String base64) {
        int length = base64.length();
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        for (int i = 0; i < length - padding; i++) {
            char c = base64.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!letter && !(c >= '0' && c <= '9') && c != '+' && c != '/') {
                throw notBase64(base64, i);
            }
        }
        if (length % 4 != 0) {
            throw notBase64(base64, length);
        }
        return new UserData(Base64.getDecoder().decode(base64));
    }

    private static TextFormatException notBase64(String text, int index) {
        // The length only: the text may hold a secret.
        return new TextFormatException("user data", text.length() + " characters", index, ALPHABET);
    }

    /**
     * This user data as it stands in a configuration.
     *
     * @return the Base64 text, with padding
     */
    public String encoded() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The size before encoding, which is what providers limit.
     *
     * @return bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * Whether this is a script, to be run once at the first start.
     *
     * @return true if the first two bytes are {@code #!}
     */
    public boolean isScript() {
        return bytes.length >= 2 && bytes[0] == '#' && bytes[1] == '!';
    }

    /**
     * Whether the first line ends in a carriage return, by which Linux misses the interpreter of a script.
     *
     * @return true if it does
     */
    public boolean hasCarriageReturn() {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i > 0 && bytes[i - 1] == '\r';
            }
        }
        return false;
    }

    /**
     * The content as text.
     *
     * @return the bytes read as UTF-8
     */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The lines that look as if they held a secret, such as {@code PASSWORD=...} or a private key. A value that is
     * fetched when the script runs ({@code $...}) is none.
     *
     * @return line numbers from 1, ascending
     */
    public List<Integer> linesWithSecrets() {
        return SecretScan.lines(text());
    }

    /** Two are equal when their bytes are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UserData u && Arrays.equals(bytes, u.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns the kind and the size, never the content. */
    @Override
    public String toString() {
        return (isScript() ? "script" : "data") + " of " + bytes.length + " bytes";
    }
}

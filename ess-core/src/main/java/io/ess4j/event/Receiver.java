package io.ess4j.event;

import io.ess4j.model.TextFormatException;
import io.ess4j.model.text.Names;

/**
 * Where events go (guide map C-26-2).
 *
 * <table>
 * <caption>Names of receivers</caption>
 * <tr><th>receiver</th><th>name</th></tr>
 * <tr><td>cloud monitor</td><td>{@code acs:ess:region:account:cloudmonitor}</td></tr>
 * <tr><td>queue</td><td>{@code acs:mns:region:account:queue/name}</td></tr>
 * <tr><td>topic</td><td>{@code acs:mns:region:account:topic/name}</td></tr>
 * </table>
 *
 * <p>Queues and topics are also read under {@code acs:ess}, as documents of 2021 write them.
 *
 * @param kind what it is
 * @param region the region that it lies in
 * @param account the account that it belongs to
 * @param name the name of the queue or topic; empty for cloud monitor
 */
public record Receiver(Kind kind, String region, String account, String name) {
    /** The kinds of receivers. */
    public enum Kind {
        /** The monitoring service; gets the content alone. */
        CLOUD_MONITOR,
        /** A message queue; gets the envelope. */
        QUEUE,
        /** A message topic; gets the envelope. */
        TOPIC
    }

    private static final int SEGMENTS = 5;
    private static final String MONITOR = "cloudmonitor";
    private static final String QUEUE = "queue/";
    private static final String TOPIC = "topic/";

    public Receiver {
        segment("region", region);
        segment("account", account);
        if ((kind == Kind.CLOUD_MONITOR) != name.isEmpty()) {
            throw new IllegalArgumentException("name (" + name + ") must be empty for cloud monitor only");
        }
        if (!name.isEmpty()) {
            segment("name", name);
        }
    }

    private static void segment(String what, String value) {
        Names.check(what, value);
        if (value.indexOf(':') >= 0 || value.indexOf('/') >= 0) {
            throw new IllegalArgumentException(what + " (" + value + ") must hold neither a colon nor a slash");
        }
    }

    /**
     * Reads a name.
     *
     * @param text such as {@code acs:mns:cn-hangzhou:1609:queue/scaling}
     * @return the receiver
     * @throws TextFormatException if the text is none of the forms, with the index where it stops being one
     */
    public static Receiver parse(String text) {
        String[] parts = text.split(":", SEGMENTS + 1);
        int at = 0;
        for (int i = 0; i < Math.min(parts.length, SEGMENTS - 1); i++) {
            check(text, at, i, parts[i]);
            at += parts[i].length() + 1;
        }
        if (parts.length != SEGMENTS) {
            boolean shorter = parts.length < SEGMENTS;
            int end = shorter ? text.length() : at + parts[SEGMENTS - 1].length();
            throw refused(text, end, shorter ? "five parts, separated by colons" : "the end");
        }
        String last = parts[SEGMENTS - 1];
        if (last.equals(MONITOR) && parts[1].equals("ess")) {
            return new Receiver(Kind.CLOUD_MONITOR, parts[2], parts[3], "");
        } else if (last.startsWith(QUEUE) && isName(last.substring(QUEUE.length()))) {
            return new Receiver(Kind.QUEUE, parts[2], parts[3], last.substring(QUEUE.length()));
        } else if (last.startsWith(TOPIC) && isName(last.substring(TOPIC.length()))) {
            return new Receiver(Kind.TOPIC, parts[2], parts[3], last.substring(TOPIC.length()));
        }
        throw refused(text, at, "cloudmonitor (under acs:ess), queue/name or topic/name");
    }

    private static void check(String text, int at, int part, String value) {
        if (part == 0 && !value.equals("acs")) {
            throw refused(text, at, "acs");
        } else if (part == 1 && !value.equals("ess") && !value.equals("mns")) {
            throw refused(text, at, "ess or mns");
        } else if (part > 1 && !isName(value)) {
            throw refused(text, at, "a name without white space and slashes");
        }
    }

    private static boolean isName(String value) {
        return !value.isEmpty()
                && value.length() <= Names.MAX_LENGTH
                && value.indexOf('/') < 0
                && value.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
    }

    private static TextFormatException refused(String text, int index, String expected) {
        String shown = text.length() > Names.MAX_LENGTH ? text.substring(0, Names.MAX_LENGTH) + "..." : text;
        return new TextFormatException("receiver", shown, index, expected);
    }

    /** Returns the name that parses to this receiver. */
    @Override
    public String toString() {
        return switch (kind) {
            case CLOUD_MONITOR -> "acs:ess:" + region + ":" + account + ":" + MONITOR;
            case QUEUE -> "acs:mns:" + region + ":" + account + ":" + QUEUE + name;
            case TOPIC -> "acs:mns:" + region + ":" + account + ":" + TOPIC + name;
        };
    }
}

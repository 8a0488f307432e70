package io.ess4j.event;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;

/**
 * Which events one receiver hears of.
 *
 * @param receiver where they go
 * @param types the types, at least one, in the order of the enum, each once
 */
public record NotificationRule(Receiver receiver, List<EventType> types) {
    public NotificationRule {
        requireNonNull(receiver, "receiver");
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types must name at least one type");
        }
        types = List.copyOf(EnumSet.copyOf(types));
    }

    /**
     * A rule.
     *
     * @param receiver where events go
     * @param types the types, at least one
     * @return the rule
     * @throws IllegalArgumentException if there is no type
     */
    public static NotificationRule of(Receiver receiver, EventType... types) {
        return new NotificationRule(receiver, List.of(types));
    }
}

package io.ess4j.event;

import io.ess4j.model.text.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who hears of a group's events (guide map G1.8-5 to G1.8-8). Deliveries follow the rules even where there are
 * problems; whether to accept a group with problems is the caller's question.
 *
 * @param region the group's region
 * @param rules the rules, at most {@value #MOST_RULES}
 * @param messages whether mail or text messages are switched on, which excludes rules
 */
public record GroupNotifications(String region, List<NotificationRule> rules, boolean messages) {
    /** The most rules of a group. */
    public static final int MOST_RULES = 6;

    /** What can be wrong with the rules of a group. */
    public enum Problem {
        /** There are more than six rules. */
        TOO_MANY_RULES,
        /** A receiver occurs twice. */
        RECEIVER_TWICE,
        /** A topic lies in another region than the group. */
        TOPIC_IN_OTHER_REGION,
        /** Messages are switched on beside rules; they exclude each other. */
        MESSAGES_BESIDE_RULES;

        /**
         * The service's own code of the refusal (guide map C-16-4).
         *
         * @return such as {@code NotificationConfigurationExist}; empty where the documents have none
         */
        public Optional<String> code() {
            return switch (this) {
                case TOO_MANY_RULES -> Optional.of("NotificationConfigurationQuotaExceed.ForScalingGroup");
                case RECEIVER_TWICE -> Optional.of("NotificationConfigurationExist");
                case TOPIC_IN_OTHER_REGION, MESSAGES_BESIDE_RULES -> Optional.empty();
            };
        }
    }

    /** In which form an event is delivered. */
    public enum Form {
        /** The content alone. */
        CONTENT,
        /** The content within an envelope: event, level, status, product, region, resource, user. */
        ENVELOPE
    }

    /**
     * One event on its way to one receiver.
     *
     * @param receiver where it goes
     * @param form in which form
     * @param event the event
     */
    public record Delivery(Receiver receiver, Form form, ScalingEvent event) {}

    public GroupNotifications {
        Names.check("region", region);
        rules = List.copyOf(rules);
    }

    /**
     * Finds all that is wrong.
     *
     * @return every problem, once each, in the order of the enum
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (rules.size() > MOST_RULES) {
            problems.add(Problem.TOO_MANY_RULES);
        }
        // Only counted; the order of hashing is never seen.
        Set<Receiver> receivers = new HashSet<>();
        rules.forEach(r -> receivers.add(r.receiver()));
        if (receivers.size() < rules.size()) {
            problems.add(Problem.RECEIVER_TWICE);
        }
        boolean elsewhere = rules.stream()
                .map(NotificationRule::receiver)
                .anyMatch(r -> r.kind() == Receiver.Kind.TOPIC && !r.region().equals(region));
        if (elsewhere) {
            problems.add(Problem.TOPIC_IN_OTHER_REGION);
        }
        if (messages && !rules.isEmpty()) {
            problems.add(Problem.MESSAGES_BESIDE_RULES);
        }
        return List.copyOf(problems);
    }

    /**
     * Whether the group's old triggers of alarms (not alarm tasks) are still heard.
     *
     * @return true as long as there is no rule
     */
    public boolean oldTriggersWork() {
        return rules.isEmpty();
    }

    /**
     * Where an event goes.
     *
     * @param event an event of this group
     * @return the deliveries in the order of the rules
     */
    public List<Delivery> deliveries(ScalingEvent event) {
        return rules.stream()
                .filter(r -> r.types().contains(event.type()))
                .map(r -> new Delivery(
                        r.receiver(),
                        r.receiver().kind() == Receiver.Kind.CLOUD_MONITOR ? Form.CONTENT : Form.ENVELOPE,
                        event))
                .toList();
    }
}

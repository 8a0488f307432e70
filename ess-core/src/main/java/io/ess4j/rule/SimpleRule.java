package io.ess4j.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A rule that changes capacity by a fixed number or percentage, or sets it (guide map C-9-1 to C-9-5).
 *
 * <p>A percentage is rounded half up on the size of the change: 25 % of 10 is 2.5 and becomes 3, -25 % becomes -3. With
 * a least magnitude, a smaller change is enlarged to it: 10 % of 3 with a least magnitude of 2 adds 2.
 *
 * @param name the name of the rule
 * @param type how the value is read
 * @param value the number, in the range of its type
 * @param leastMagnitude for percentages only, the least size of a change, 1 or more
 * @param cooldown how long alarms are held back after the rule has run, 0 to 86,400 seconds; the group's default if
 *     absent
 */
public record SimpleRule(
        String name, AdjustmentType type, int value, OptionalInt leastMagnitude, Optional<Duration> cooldown)
        implements ScalingRule {
    public SimpleRule {
        RuleChecks.name(name);
        requireNonNull(type, "type").check(value);
        requireNonNull(leastMagnitude, "leastMagnitude");
        requireNonNull(cooldown, "cooldown").ifPresent(c -> RuleChecks.seconds("cooldown", c));
        type.check(leastMagnitude);
    }

    /**
     * A rule without a least magnitude and with the group's cooldown.
     *
     * @param name the name of the rule
     * @param type how the value is read
     * @param value the number, in the range of its type
     * @return the rule
     * @throws IllegalArgumentException if the name is empty or the value out of range
     */
    public static SimpleRule of(String name, AdjustmentType type, int value) {
        return new SimpleRule(name, type, value, OptionalInt.empty(), Optional.empty());
    }

    /**
     * This rule with a least size of a percentage change.
     *
     * @param units capacity units, 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the type is not PERCENT or {@code units} is below 1
     */
    public SimpleRule withLeastMagnitude(int units) {
        return new SimpleRule(name, type, value, OptionalInt.of(units), cooldown);
    }

    /**
     * This rule with a cooldown of its own.
     *
     * @param time 0 to 86,400 seconds
     * @return a changed copy
     * @throws IllegalArgumentException if the time is out of range
     */
    public SimpleRule withCooldown(Duration time) {
        return new SimpleRule(name, type, value, leastMagnitude, Optional.of(time));
    }

    @Override
    public RuleOutcome evaluate(RuleInput input) {
        long wanted = type.wanted(input.total(), value, leastMagnitude);
        return RuleOutcome.change(input.total(), wanted);
    }
}

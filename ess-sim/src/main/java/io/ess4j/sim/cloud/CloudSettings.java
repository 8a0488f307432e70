package io.ess4j.sim.cloud;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the provider behaves.
 *
 * @param boot the distribution of boot times
 * @param bootByType other distributions by the names of instance types
 * @param script how long a script runs at the first start of a machine, not when it is started again (guide 3.2); 0 to
 *     a day
 * @param launchFailureRatio the share of orders whose boot fails, 0 to 1
 * @param startFailureRatio the share of starts of stopped machines that fail, 0 to 1
 * @param billing how time becomes money
 * @param faults what else goes wrong
 */
public record CloudSettings(
        BootModel boot,
        Map<String, BootModel> bootByType,
        Duration script,
        double launchFailureRatio,
        double startFailureRatio,
        BillingRules billing,
        Faults faults) {
    public CloudSettings {
        requireNonNull(boot, "boot");
        bootByType = Collections.unmodifiableMap(new TreeMap<>(bootByType));
        requireNonNull(billing, "billing");
        requireNonNull(faults, "faults");
        ratio("launchFailureRatio", launchFailureRatio);
        ratio("startFailureRatio", startFailureRatio);
        if (script.isNegative() || script.toDays() > 1) {
            throw new IllegalArgumentException("script (" + script + ") must be from 0 to a day");
        }
    }

    private static void ratio(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be from 0 to 1");
        }
    }

    /**
     * A provider without faults but failed boots.
     *
     * @param boot the distribution of boot times
     * @param launchFailureRatio the share of orders whose boot fails, 0 to 1
     * @return the settings
     */
    public static CloudSettings of(BootModel boot, double launchFailureRatio) {
        return new CloudSettings(boot, Map.of(), Duration.ZERO, launchFailureRatio, 0, BillingRules.EXACT, Faults.NONE);
    }

    BootModel boot(String type) {
        return bootByType.getOrDefault(type, boot);
    }
}

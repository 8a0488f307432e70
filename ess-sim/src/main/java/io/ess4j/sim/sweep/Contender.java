package io.ess4j.sim.sweep;

import static java.util.Objects.requireNonNull;

import io.ess4j.sim.scenario.Scenario;

/**
 * One of the scenarios that are compared.
 *
 * @param name what it is called
 * @param scenario what is run
 */
public record Contender(String name, Scenario scenario) {
    public Contender {
        requireNonNull(scenario, "scenario");
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("name (" + name + ") must have 1 to 100 characters");
        }
    }
}

package io.ess4j.access;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.text.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One statement of a policy: it matches a request when one of its actions, one of its resources and all of its
 * conditions do.
 *
 * @param effect what it does to the requests that it matches
 * @param actions such as {@code ess:Create*}, with {@code *} for any run of characters and {@code ?} for one; without
 *     regard to case; at least one
 * @param excludesActions whether it matches every action that is <em>not</em> listed ({@code NotAction})
 * @param resources such as {@code acs:ess:cn-hangzhou:1609:scalinggroup/asg-1}, with wildcards; at least one
 * @param conditions what must hold besides; all of them
 */
public record Statement(
        Effect effect,
        List<String> actions,
        boolean excludesActions,
        List<String> resources,
        List<Condition> conditions) {
    /** Why a statement does not match a request. */
    public enum Mismatch {
        /** The action is another. */
        ACTION,
        /** The resource is another. */
        RESOURCE,
        /** A condition does not hold. */
        CONDITION
    }

    public Statement {
        requireNonNull(effect, "effect");
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        List<String> problems = new ArrayList<>();
        if (actions.isEmpty() || resources.isEmpty()) {
            problems.add("actions (" + actions.size() + ") and resources (" + resources.size() + ") must not be empty");
        }
        for (String action : actions) {
            String problem = Wildcard.problem("action", action);
            if (!problem.isEmpty()) {
                problems.add(problem);
            } else if (!action.equals("*") && (action.indexOf(':') < 1 || action.endsWith(":"))) {
                problems.add("action (" + action + ") must be service:operation or *");
            }
        }
        resources.stream()
                .map(r -> Wildcard.problem("resource", r))
                .filter(p -> !p.isEmpty())
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    /**
     * Allows actions on everything.
     *
     * @param actions the actions
     * @return the statement
     * @throws IllegalArgumentException if an action is none; all problems, one a line
     */
    public static Statement allow(String... actions) {
        return new Statement(Effect.ALLOW, List.of(actions), false, List.of("*"), List.of());
    }

    /**
     * Denies actions on everything.
     *
     * @param actions the actions
     * @return the statement
     * @throws IllegalArgumentException if an action is none; all problems, one a line
     */
    public static Statement deny(String... actions) {
        return new Statement(Effect.DENY, List.of(actions), false, List.of("*"), List.of());
    }

    /**
     * This statement for some resources only.
     *
     * @param names resource names, with wildcards
     * @return a changed copy
     * @throws IllegalArgumentException if a name is none
     */
    public Statement on(String... names) {
        return new Statement(effect, actions, excludesActions, List.of(names), conditions);
    }

    /**
     * This statement under conditions.
     *
     * @param all the conditions, in addition to those it has
     * @return a changed copy
     */
    public Statement when(Condition... all) {
        List<Condition> more = new ArrayList<>(conditions);
        more.addAll(List.of(all));
        return new Statement(effect, actions, excludesActions, resources, more);
    }

    /**
     * Why this statement does not match a request: the first of action, resource, condition.
     *
     * @param request what somebody wants to do
     * @return the reason, or empty if it matches
     */
    public Optional<Mismatch> mismatch(AccessRequest request) {
        if (!concerns(request.action())) {
            return Optional.of(Mismatch.ACTION);
        } else if (resources.stream().noneMatch(r -> ResourcePattern.fits(r, request.resource()))) {
            return Optional.of(Mismatch.RESOURCE);
        }
        return conditions.stream().allMatch(c -> c.holds(request)) ? Optional.empty() : Optional.of(Mismatch.CONDITION);
    }

    /**
     * Whether this statement is about an action.
     *
     * @param action such as {@code ess:CreateScalingGroup}
     * @return true if it is listed, or, with excluded actions, if it is not
     */
    public boolean concerns(String action) {
        String lower = action.toLowerCase(Locale.ROOT);
        return excludesActions
                != actions.stream().anyMatch(a -> Wildcard.fitsWithSingles(a.toLowerCase(Locale.ROOT), lower));
    }

    /** Whether it is about everything and asks for nothing. */
    boolean isUnconditioned() {
        return conditions.isEmpty() && resources.contains("*");
    }
}

package io.ess4j.access;

import io.ess4j.access.AccessDecision.Trace;
import io.ess4j.access.AccessDecision.Verdict;
import io.ess4j.model.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a request is allowed: any matching deny is an explicit deny, else any matching allow allows, else it
 * is an implicit deny (guide map C-27-1). The order of policies and statements decides nothing.
 *
 * <p>Worked example (guide 1.9): allow {@code ess:*} where the group's tags are {@code environment:test} and
 * {@code team:game1}, deny it where they are {@code environment:dev} and {@code team:game2}. Deleting the first group
 * is allowed by statement 1, the second is denied by statement 2, a group with {@code environment:dev} alone is an
 * implicit deny, because a deny needs both tags.
 */
public final class AccessEvaluator {
    /**
     * A group that may be listed.
     *
     * @param id its id
     * @param tags its tags
     */
    public record TaggedGroup(String id, List<Tag> tags) {
        public TaggedGroup {
            tags = List.copyOf(tags);
        }
    }

    private AccessEvaluator() {}

    /**
     * Decides under one layer of policies. O(statements x patterns).
     *
     * @param policies the policies that concern the caller
     * @param request what somebody wants to do
     * @return the decision
     */
    public static AccessDecision decide(List<AccessPolicy> policies, AccessRequest request) {
        List<Trace> traces = new ArrayList<>();
        boolean allowed = false;
        boolean denied = false;
        for (AccessPolicy policy : policies) {
            for (int i = 0; i < policy.statements().size(); i++) {
                Statement statement = policy.statements().get(i);
                Trace trace = new Trace(policy.name(), i + 1, statement.effect(), statement.mismatch(request));
                traces.add(trace);
                allowed |= trace.mismatch().isEmpty() && trace.effect() == Effect.ALLOW;
                denied |= trace.mismatch().isEmpty() && trace.effect() == Effect.DENY;
            }
        }
        Verdict verdict = denied ? Verdict.EXPLICIT_DENY : allowed ? Verdict.ALLOW : Verdict.IMPLICIT_DENY;
        return new AccessDecision(verdict, traces);
    }

    /**
     * Decides under all layers: control, session, then identity and resource together, where the policies of the
     * resource group count if those of the account neither allow nor deny.
     *
     * @param layers the policies by layer
     * @param request what somebody wants to do
     * @return the decision of the layer that ended it
     */
    public static AccessDecision decide(PolicyLayers layers, AccessRequest request) {
        for (List<AccessPolicy> bound : List.of(layers.control(), layers.session())) {
            AccessDecision decision = decide(bound, request);
            if (!bound.isEmpty() && !decision.isAllowed()) {
                return decision;
            }
        }
        boolean silent = decide(layers.identity(), request).verdict() == Verdict.IMPLICIT_DENY;
        List<AccessPolicy> heard = new ArrayList<>(layers.identity());
        heard.addAll(silent ? layers.resourceGroup() : List.of());
        heard.addAll(layers.resource());
        return decide(heard, request);
    }

    /**
     * The groups that a describe call shows. A call that names a group shows it if it is allowed; one that it may not
     * see is missing, which is no error. A call that names none shows what carries the tags of its filter, if it is
     * allowed as a whole.
     *
     * @param policies the policies that concern the caller
     * @param request the call, with its group or its filter
     * @param groups the groups there are, each id once
     * @return the groups shown, in their order
     */
    public static List<TaggedGroup> shown(
            List<AccessPolicy> policies, AccessRequest request, List<TaggedGroup> groups) {
        if (request.groupId().isPresent()) {
            return groups.stream()
                    .filter(g -> g.id().equals(request.groupId().orElseThrow()))
                    .filter(g ->
                            decide(policies, request.onGroup(g.id(), g.tags())).isAllowed())
                    .toList();
        }
        return decide(policies, request).isAllowed()
                ? groups.stream()
                        .filter(g -> g.tags().containsAll(request.requestTags()))
                        .toList()
                : List.of();
    }
}

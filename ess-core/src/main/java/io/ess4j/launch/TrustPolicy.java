package io.ess4j.launch;

import io.ess4j.model.text.Wildcard;
import java.util.List;
import java.util.Locale;

/**
 * Who may take on a role. Instances of a group can be created with a role only if the compute service may (guide map
 * G2.1-6).
 *
 * @param statements what is allowed and denied; the order does not count
 */
public record TrustPolicy(List<Statement> statements) {
    /** The compute service. */
    public static final String ECS = "ecs.aliyuncs.com";

    private static final String ASSUME = "sts:assumerole";

    /**
     * One statement.
     *
     * @param allow whether it allows; otherwise it denies
     * @param actions such as {@code sts:AssumeRole}, with {@code *} and {@code ?}, in any case
     * @param services such as {@code ecs.aliyuncs.com}
     */
    public record Statement(boolean allow, List<String> actions, List<String> services) {
        public Statement {
            actions = List.copyOf(actions);
            services = List.copyOf(services);
        }

        boolean concerns(String service) {
            return services.contains(service)
                    && actions.stream().anyMatch(a -> Wildcard.fitsWithSingles(a.toLowerCase(Locale.ROOT), ASSUME));
        }
    }

    public TrustPolicy {
        statements = List.copyOf(statements);
    }

    /**
     * The policy of the guide: one service may take on the role.
     *
     * @param service such as {@code ecs.aliyuncs.com}
     * @return the policy
     */
    public static TrustPolicy of(String service) {
        return new TrustPolicy(List.of(new Statement(true, List.of("sts:AssumeRole"), List.of(service))));
    }

    /**
     * Whether a service may take on the role.
     *
     * @param service such as {@code ecs.aliyuncs.com}
     * @return true if a statement allows it and none denies it
     */
    public boolean trusts(String service) {
        return statements.stream().anyMatch(s -> s.allow && s.concerns(service))
                && statements.stream().noneMatch(s -> !s.allow && s.concerns(service));
    }
}

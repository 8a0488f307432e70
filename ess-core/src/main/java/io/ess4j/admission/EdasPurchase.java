package io.ess4j.admission;

import static java.util.Objects.requireNonNull;

import io.ess4j.model.InstanceType;
import io.ess4j.model.Password;
import io.ess4j.model.PurchaseOption;
import io.ess4j.model.Tag;
import io.ess4j.model.text.Names;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A wish to buy instances for an application (EDAS) cluster (guide map S0-14 to S0-19).
 *
 * @param basis what the new instances look like
 * @param option how they are paid for
 * @param duration the term of a subscription; not needed otherwise
 * @param quantity how many
 * @param password the password of the new instances, if given
 * @param termsAccepted whether the terms of service are agreed to
 */
public record EdasPurchase(
        Basis basis,
        PurchaseOption option,
        Optional<Period> duration,
        int quantity,
        Optional<Password> password,
        boolean termsAccepted) {
    /** The key by which a scaling group marks what it owns. */
    public static final String GROUP_TAG = "acs:autoscaling:scalingGroupId";

    /** What bought instances look like. */
    public sealed interface Basis {
        /**
         * Like an instance of the cluster, whose type is copied.
         *
         * @param nodeId that instance
         * @param type its type
         */
        record Specification(String nodeId, InstanceType type) implements Basis {
            public Specification {
                Names.check("node id", nodeId);
                requireNonNull(type, "type");
            }
        }

        /**
         * As a launch template says.
         *
         * @param templateId the template
         * @param version its version, 1 or more
         */
        record Template(String templateId, int version) implements Basis {
            public Template {
                Names.check("template id", templateId);
                if (version < 1) {
                    throw new IllegalArgumentException("version (" + version + ") must be >= 1");
                }
            }
        }
    }

    /** What is wrong with a purchase. */
    public enum Problem {
        /** Clusters of the classic network do not take launch templates. */
        TEMPLATE_IN_CLASSIC_NETWORK,
        /** Clusters buy by subscription or on demand, not spot instances. */
        SPOT_NOT_SOLD,
        /** A subscription needs a term, of a day or more. */
        DURATION_MISSING,
        /** At least one instance has to be bought. */
        QUANTITY_BELOW_ONE,
        /** A password is chosen only for purchases by specification; a template brings its own. */
        PASSWORD_WITH_TEMPLATE,
        /** The password is too short, too long, too simple, or has a foreign character. */
        PASSWORD_NOT_ACCEPTED,
        /** The terms of service are not agreed to. */
        TERMS_NOT_ACCEPTED
    }

    /** What happens to a bought instance. */
    public enum Fate {
        /** It goes on running and is billed. */
        KEEPS_RUNNING,
        /** It is stopped and stays the owner's. */
        STOPPED,
        /** It is released. */
        RELEASED
    }

    public EdasPurchase {
        requireNonNull(basis, "basis");
        requireNonNull(option, "option");
        requireNonNull(duration, "duration");
        requireNonNull(password, "password");
    }

    /**
     * Finds all that is wrong.
     *
     * @param cluster the cluster to buy for
     * @return every problem, once each, in the order of the enum; empty if the purchase can go on
     */
    public List<Problem> problems(EdasCluster cluster) {
        List<Problem> problems = new ArrayList<>();
        boolean template = basis instanceof Basis.Template;
        note(problems, template && cluster.network().isClassic(), Problem.TEMPLATE_IN_CLASSIC_NETWORK);
        note(problems, option == PurchaseOption.SPOT, Problem.SPOT_NOT_SOLD);
        boolean noTerm = duration.filter(d -> !d.isZero() && !d.isNegative()).isEmpty();
        note(problems, option == PurchaseOption.SUBSCRIPTION && noTerm, Problem.DURATION_MISSING);
        note(problems, quantity < 1, Problem.QUANTITY_BELOW_ONE);
        note(problems, template && password.isPresent(), Problem.PASSWORD_WITH_TEMPLATE);
        note(problems, password.filter(p -> !p.problems().isEmpty()).isPresent(), Problem.PASSWORD_NOT_ACCEPTED);
        note(problems, !termsAccepted, Problem.TERMS_NOT_ACCEPTED);
        return List.copyOf(problems);
    }

    /**
     * The type of the new instances, if the purchase says it.
     *
     * @return the type of the instance whose specification is taken; empty with a template
     */
    public Optional<InstanceType> type() {
        return basis instanceof Basis.Specification s ? Optional.of(s.type()) : Optional.empty();
    }

    /**
     * What happens to the bought instances when the cluster scales in: they leave the cluster and keep running.
     *
     * @return the fate
     */
    public Fate onScaleIn() {
        return Fate.KEEPS_RUNNING;
    }

    /**
     * What happens to a bought instance when its owner stops it by hand: one paid for by use is released, a subscribed
     * one is only stopped.
     *
     * @return the fate
     */
    public Fate onManualStop() {
        return option == PurchaseOption.SUBSCRIPTION ? Fate.STOPPED : Fate.RELEASED;
    }

    /**
     * The marks of its scaling group that a bought instance has lost. They must stay: without them the group does not
     * know its instance.
     *
     * @param before the tags after the purchase
     * @param now the tags now
     * @return the lost tags with key {@value #GROUP_TAG}, in their order
     */
    public static List<Tag> lostMarks(List<Tag> before, List<Tag> now) {
        Set<Tag> kept = new HashSet<>(now);
        return before.stream()
                .filter(t -> t.key().equals(GROUP_TAG) && !kept.contains(t))
                .toList();
    }

    private static void note(List<Problem> problems, boolean wrong, Problem problem) {
        if (wrong) {
            problems.add(problem);
        }
    }
}

import org.jspecify.annotations.NullMarked;

/** The decision core: values in, a plan and its reasons out. */
@NullMarked
module io.ess4j.core {
    requires com.google.common;
    requires static transitive org.jspecify;

    exports io.ess4j;
    exports io.ess4j.access;
    exports io.ess4j.admission;
    exports io.ess4j.balance;
    exports io.ess4j.capacity;
    exports io.ess4j.cost;
    exports io.ess4j.elasticity;
    exports io.ess4j.event;
    exports io.ess4j.launch;
    exports io.ess4j.lifecycle;
    exports io.ess4j.match;
    exports io.ess4j.model;
    exports io.ess4j.naming;
    exports io.ess4j.placement;
    exports io.ess4j.removal;
    exports io.ess4j.rollout;
    exports io.ess4j.rule;
    exports io.ess4j.schedule;
}

/**
 * May this node join? Which existing nodes a group or a cluster takes, at what consequence, and why not the others.
 *
 * <p>What makes a node fit depends on what it joins: a group and an application (EDAS) cluster want it running, a
 * computing (E-HPC) cluster wants it stopped. Every node gets its own answer with all reasons at once.
 *
 * <p>All types are immutable and safe to share between threads; no argument may be null and nothing returned is null.
 * Lists of reasons are in the order of their enum, each reason once.
 *
 * <pre>{@code
 * AdmissionPlan plan = HpcAdmission.plan(cluster, HpcRequest.of(image, List.of("i-1", "i-2")), nodes);
 * plan.outcome();            // ACCEPTED, PARTIAL or REJECTED
 * plan.decisions().get(0);   // i-1: refused (NOT_STOPPED, HOST_NAME_TAKEN)
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.admission;

import org.jspecify.annotations.NullMarked;

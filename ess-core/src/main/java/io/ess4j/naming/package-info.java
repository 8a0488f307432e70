/**
 * Called what? Host names for the instances of a group: a pattern, how far its numbers have been used, and the names of
 * the next batch.
 *
 * <pre>{@code
 * var pattern = HostNamePattern.parse("ess-node-(AUTO_INCREMENT)[0,3]-ecshost");
 * var sequence = HostNameSequence.of(pattern).observe(List.of("ess-node-041-ecshost"));
 * HostNames names = sequence.next(2);
 * names.names(); // ess-node-042-ecshost, ess-node-043-ecshost
 * sequence = names.after(); // keep this: numbers once given are never given again
 * }</pre>
 *
 * <p>Null arguments are refused with a {@link java.lang.NullPointerException}. Every type is immutable. A <i>number</i>
 * is what an instance is told apart by; an <i>extension</i> is the part in front of it that counts in base 62 (0-9,
 * a-z, A-Z); the <i>high-water mark</i> is the greatest number ever given.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.naming;

import org.jspecify.annotations.NullMarked;

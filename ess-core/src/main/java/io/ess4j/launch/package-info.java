/**
 * What does an instance look like when it starts? Image, disks, login, role, tags and user data of a launch
 * configuration, what is wrong with them, and what comes of them in one group.
 *
 * <p>All types are immutable and safe to share between threads, builders aside; no argument may be null and nothing
 * returned is null. Passwords and user data never show up in {@code toString} or in a message.
 *
 * <pre>{@code
 * LaunchConfiguration configuration = LaunchConfiguration.builder(Image.linux("ubuntu_16_04_64.vhd"))
 *         .type("ecs.g6.large")
 *         .keyPair("my-key")
 *         .tag("team", "game1")
 *         .userData(UserData.of("#!/bin/sh\necho hello"))
 *         .build();
 * LaunchDecision decision = LaunchComposer.compose(configuration, LaunchContext.vpc(), List.of("cloud_essd"));
 * decision.specification(); // what every instance gets
 * decision.findings();      // what is wrong, each with severity and remedy
 * }</pre>
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.launch;

import org.jspecify.annotations.NullMarked;

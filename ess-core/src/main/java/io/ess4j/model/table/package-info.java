/**
 * The columns behind {@link io.ess4j.model.Fleet}, for engines that stream over them; the module does not export it.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.model.table;

import org.jspecify.annotations.NullMarked;

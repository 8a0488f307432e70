/**
 * What several packages need to check and compare names; not exported.
 *
 * @since 0.1.0
 */
@NullMarked
package io.ess4j.model.text;

import org.jspecify.annotations.NullMarked;

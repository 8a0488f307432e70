/** What several packages need to check and compare names; not exported. */
@NullMarked
package io.ess4j.model.text;

import org.jspecify.annotations.NullMarked;

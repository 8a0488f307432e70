/** The README's quick start, in a package of its own so that it imports what a user imports. */
package io.ess4j.quickstart;

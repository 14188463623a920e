/** The histories of migration tools. */
@NullMarked
package io.cutovergate.smoke.migration;

import org.jspecify.annotations.NullMarked;

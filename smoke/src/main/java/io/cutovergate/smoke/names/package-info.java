/** How long the public names may be kept, before they are switched. */
@NullMarked
package io.cutovergate.smoke.names;

import org.jspecify.annotations.NullMarked;

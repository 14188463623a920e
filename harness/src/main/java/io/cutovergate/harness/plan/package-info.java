/** What must be shown, fixed before anything runs. */
@NullMarked
package io.cutovergate.harness.plan;

import org.jspecify.annotations.NullMarked;

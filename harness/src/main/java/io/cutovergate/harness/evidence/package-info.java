@NullMarked
package io.cutovergate.harness.evidence;

import org.jspecify.annotations.NullMarked;

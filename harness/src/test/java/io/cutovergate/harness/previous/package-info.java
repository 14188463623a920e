@NullMarked
package io.cutovergate.harness.previous;

import org.jspecify.annotations.NullMarked;

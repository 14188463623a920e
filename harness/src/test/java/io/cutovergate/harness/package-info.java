@NullMarked
package io.cutovergate.harness;

import org.jspecify.annotations.NullMarked;

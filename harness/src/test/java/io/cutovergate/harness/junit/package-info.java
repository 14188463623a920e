@NullMarked
package io.cutovergate.harness.junit;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.cutovergate.harness.run;

import org.jspecify.annotations.NullMarked;

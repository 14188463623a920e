@NullMarked
package io.cutovergate.testbed.process;

import org.jspecify.annotations.NullMarked;

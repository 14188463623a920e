@NullMarked
package io.cutovergate.testbed.standin;

import org.jspecify.annotations.NullMarked;

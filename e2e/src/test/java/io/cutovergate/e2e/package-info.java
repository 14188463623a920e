@NullMarked
package io.cutovergate.e2e;

import org.jspecify.annotations.NullMarked;

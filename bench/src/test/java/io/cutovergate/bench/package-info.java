@NullMarked
package io.cutovergate.bench;

import org.jspecify.annotations.NullMarked;

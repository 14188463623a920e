@NullMarked
package io.cutovergate.probe.comparison;

import org.jspecify.annotations.NullMarked;

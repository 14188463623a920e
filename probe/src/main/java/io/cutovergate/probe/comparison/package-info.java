/** Says whether one side is slower than the other or fails more often: by where an interval lies, never by two figures. */
@NullMarked
package io.cutovergate.probe.comparison;

import org.jspecify.annotations.NullMarked;

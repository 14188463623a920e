/** The process that runs one environment: its stand-ins, its children and its faults. */
@NullMarked
package io.cutovergate.testbed.host;

import org.jspecify.annotations.NullMarked;

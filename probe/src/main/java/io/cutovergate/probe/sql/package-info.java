/** Reading queries against either side's databases. */
@NullMarked
package io.cutovergate.probe.sql;

import org.jspecify.annotations.NullMarked;

/** Values in JSON, compared by value. */
@NullMarked
package io.cutovergate.probe.json;

import org.jspecify.annotations.NullMarked;

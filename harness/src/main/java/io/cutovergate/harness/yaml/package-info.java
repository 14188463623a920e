/**
 * Binds YAML to immutable records, and says what is wrong with a file as a compiler would: every mistake at once, each
 * with file, line, column, key and what is allowed. Knows nothing of what the records mean.
 */
@NullMarked
package io.cutovergate.harness.yaml;

import org.jspecify.annotations.NullMarked;

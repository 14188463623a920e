@NullMarked
package io.cutovergate.harness.yaml;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.cutovergate.harness.config;

import org.jspecify.annotations.NullMarked;

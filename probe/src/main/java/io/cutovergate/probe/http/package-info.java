/** HTTP requests and what was answered. */
@NullMarked
package io.cutovergate.probe.http;

import org.jspecify.annotations.NullMarked;

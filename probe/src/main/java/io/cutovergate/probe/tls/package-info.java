/** Certificates as a server sends them, and what is trusted. */
@NullMarked
package io.cutovergate.probe.tls;

import org.jspecify.annotations.NullMarked;

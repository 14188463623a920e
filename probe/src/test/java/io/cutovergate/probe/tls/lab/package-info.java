/** A laboratory of TLS servers that are wrong in exactly one way, and of some that are right in an unusual one. */
@NullMarked
package io.cutovergate.probe.tls.lab;

import org.jspecify.annotations.NullMarked;

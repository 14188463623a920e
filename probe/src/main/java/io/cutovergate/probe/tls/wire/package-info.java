/**
 * TLS on the wire, as far as a server's first answer: what it offers is read from its own words, whatever this JVM would accept.
 * Nothing of an application is sent, and nothing is trusted here.
 */
@NullMarked
package io.cutovergate.probe.tls.wire;

import org.jspecify.annotations.NullMarked;

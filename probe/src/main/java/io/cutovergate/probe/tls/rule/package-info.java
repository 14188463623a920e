/** The rules that TLS of a public host is held against, each with its severity and its source. */
@NullMarked
package io.cutovergate.probe.tls.rule;

import org.jspecify.annotations.NullMarked;

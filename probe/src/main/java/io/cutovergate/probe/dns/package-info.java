/** Raw DNS queries, and where a public host stands as seen from a vantage. */
@NullMarked
package io.cutovergate.probe.dns;

import org.jspecify.annotations.NullMarked;

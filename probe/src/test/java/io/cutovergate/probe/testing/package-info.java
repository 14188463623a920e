/** What tests of probes and suites stand on: certificates, servers and names of their own. */
@NullMarked
package io.cutovergate.probe.testing;

import org.jspecify.annotations.NullMarked;

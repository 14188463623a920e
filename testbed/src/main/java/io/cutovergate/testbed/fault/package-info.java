/** The named faults, which act from outside only: process, SQL, certificate, gateway, DNS or redeployment. */
@NullMarked
package io.cutovergate.testbed.fault;

import org.jspecify.annotations.NullMarked;

/** Logins of the synthetic accounts. */
@NullMarked
package io.cutovergate.probe.login;

import org.jspecify.annotations.NullMarked;

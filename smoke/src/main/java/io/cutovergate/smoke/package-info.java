/** Checks of a first depth over everything that answers: services, interfaces, logins, jobs, monitoring, certificates. */
@NullMarked
package io.cutovergate.smoke;

import org.jspecify.annotations.NullMarked;

/** What browsers, proxies and other clients of a service count on, beyond single requests. */
@NullMarked
package io.cutovergate.smoke.web;

import org.jspecify.annotations.NullMarked;

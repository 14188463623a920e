/** What a shop uses but does not own: login, mail, payment, logs, metrics, objects; each a named stand-in. */
@NullMarked
package io.cutovergate.testbed.standin;

import org.jspecify.annotations.NullMarked;

/** What a server offers, and what a database uses of it. */
@NullMarked
package io.cutovergate.integrity.hosting;

import org.jspecify.annotations.NullMarked;

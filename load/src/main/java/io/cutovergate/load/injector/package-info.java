/** What runs in Gatling's own JVM, and what is agreed with it. */
@NullMarked
package io.cutovergate.load.injector;

import org.jspecify.annotations.NullMarked;

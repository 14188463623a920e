/** PostgreSQL servers for the tests of this module. */
@NullMarked
package io.cutovergate.integrity.server;

import org.jspecify.annotations.NullMarked;

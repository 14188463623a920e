/** What personal data looks like, and which of it is kept for tests and fiction and so nobody's. */
@NullMarked
package io.cutovergate.integrity.anonymised.pattern;

import org.jspecify.annotations.NullMarked;

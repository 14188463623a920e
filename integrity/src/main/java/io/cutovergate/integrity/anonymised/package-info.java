/** Whether personal data of the source stands in the target. No value of either leaves the databases but as a hash. */
@NullMarked
package io.cutovergate.integrity.anonymised;

import org.jspecify.annotations.NullMarked;

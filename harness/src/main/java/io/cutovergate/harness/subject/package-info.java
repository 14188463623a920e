/** What claims are asked of: one record and one annotation for each kind. */
@NullMarked
package io.cutovergate.harness.subject;

import org.jspecify.annotations.NullMarked;

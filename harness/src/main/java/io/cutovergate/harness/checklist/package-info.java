@NullMarked
package io.cutovergate.harness.checklist;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.cutovergate.reports;

import org.jspecify.annotations.NullMarked;

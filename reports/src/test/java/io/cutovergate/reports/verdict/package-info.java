@NullMarked
package io.cutovergate.reports.verdict;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.cutovergate.reports.page;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.cutovergate.reports.statement;

import org.jspecify.annotations.NullMarked;

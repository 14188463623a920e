@NullMarked
package io.cutovergate.reports.document;

import org.jspecify.annotations.NullMarked;

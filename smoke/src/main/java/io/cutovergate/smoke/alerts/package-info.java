/** Whether somebody would be told. */
@NullMarked
package io.cutovergate.smoke.alerts;

import org.jspecify.annotations.NullMarked;

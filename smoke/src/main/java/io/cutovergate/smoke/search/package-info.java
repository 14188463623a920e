/** Searches of log and trace stores, each as data: what is asked, what a whole answer says, and where the hits stand. */
@NullMarked
package io.cutovergate.smoke.search;

import org.jspecify.annotations.NullMarked;

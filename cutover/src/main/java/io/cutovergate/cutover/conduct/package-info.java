/** Conducts a cutover or a rollback: the steps of the environment file in order, written down so that it can go on after a crash. */
@NullMarked
package io.cutovergate.cutover.conduct;

import org.jspecify.annotations.NullMarked;

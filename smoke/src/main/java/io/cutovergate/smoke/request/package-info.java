/** The requests of the application file, alone and in chains, and the rules that their answers keep to. */
@NullMarked
package io.cutovergate.smoke.request;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.cutovergate.integrity.settings;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.cutovergate.testbed.net;

import org.jspecify.annotations.NullMarked;

/** What stands between users and the shop: names, certificates and the gateway. */
@NullMarked
package io.cutovergate.testbed.net;

import org.jspecify.annotations.NullMarked;

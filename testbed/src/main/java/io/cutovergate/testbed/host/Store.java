package io.cutovergate.testbed.host;

import io.cutovergate.testbed.process.Service;

/**
 * A cache or an object store.
 *
 * @param uri where it listens, without credentials
 * @param user its access key; empty for a cache
 * @param password its password or secret key
 */
public record Store(Service service, String uri, String user, String password) {

    /** A cache's URI for its clients. */
    String uriWithPassword() {
        return uri.replace("redis://", "redis://:" + password + "@");
    }
}

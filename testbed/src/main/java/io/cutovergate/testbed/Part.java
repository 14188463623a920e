package io.cutovergate.testbed;

/** What a testbed can do without; gateways, databases, backends, frontend, worker, DNS and login are always there. */
public enum Part {
    /** A Redis server per side. */
    CACHE,
    /** An object store with the S3 protocol per side. */
    OBJECTS,
    /** The mail server that both sides send to. */
    MAIL,
    /** The payment provider's stand-in, with signed webhooks. */
    PAYMENT
}

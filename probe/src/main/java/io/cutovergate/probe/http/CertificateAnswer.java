package io.cutovergate.probe.http;

import org.jspecify.annotations.Nullable;

/**
 * What a server makes of a client certificate.
 *
 * @param answer null where it ended the connection instead
 * @param detail for messages
 */
public record CertificateAnswer(@Nullable HttpAnswer answer, String detail) {}

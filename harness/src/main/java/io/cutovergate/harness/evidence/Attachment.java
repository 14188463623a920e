package io.cutovergate.harness.evidence;

import java.nio.file.Path;

/**
 * Something a check saw, kept in a file.
 *
 * @param name what it is, for people
 * @param type its media type, for example {@code text/plain}
 * @param file where it stands
 * @param sha256 its digest in hexadecimal
 */
public record Attachment(String name, String type, Path file, String sha256) {}

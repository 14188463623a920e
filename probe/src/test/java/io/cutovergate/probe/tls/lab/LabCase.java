package io.cutovergate.probe.tls.lab;

import io.cutovergate.harness.config.PublicNames.Revocation;
import java.util.List;
import java.util.Set;

/**
 * A host of the laboratory.
 *
 * @param group what kind of thing is wrong with it
 * @param id unique
 * @param host the name that is asked for
 * @param ports where it listens; more than one stand for several addresses
 * @param httpPort where it speaks plain HTTP
 * @param wrong ids of all rules that it breaks; none for a good one
 * @param options how it is examined
 */
record LabCase(
        String group, String id, String host, List<Integer> ports, int httpPort, Set<String> wrong, Options options) {

    /** Settings that a user might have for such a host. */
    record Options(Revocation revocation, boolean showsCertificate) {}

    boolean isBad() {
        return !wrong.isEmpty();
    }

    @Override
    public String toString() {
        return id;
    }
}

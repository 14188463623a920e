package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Suite;
import io.cutovergate.harness.config.Integrity;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Turns words of the command line into ours, and says what is allowed. */
final class Words {

    private Words() {}

    static Gate gate(String word) {
        return Gate.of(word)
                .orElseThrow(
                        () -> new TypeConversionException("'" + word + "' is no gate; the gates are " + Gate.ids()));
    }

    static Integrity.Hash hash(String word) {
        return Arrays.stream(Integrity.Hash.values())
                .filter(hash -> hash.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is no hash; there are "
                        + Arrays.stream(Integrity.Hash.values())
                                .map(Integrity.Hash::toString)
                                .collect(Collectors.joining(", "))));
    }

    static Suite suite(String word) {
        return Arrays.stream(Suite.values())
                .filter(suite -> suite.id().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is no suite; the suites are "
                        + Arrays.stream(Suite.values()).map(Suite::id).collect(Collectors.joining(", "))));
    }
}

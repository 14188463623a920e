package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.ClaimRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the register against the suites: a claim that is in one and not in the other is a slip. Run with
 * {@code -Dupdate-generated} after adding a check.
 */
class ClaimRegisterTest {

    private static final Path FILE = Path.of("../harness/src/main/resources/io/cutovergate/harness/plan/claims.tsv");
    private static final String HEAD = """
            # Our claims. Generated from the suites: mvn -pl cli -am test -Dupdate-generated
            # claim\tsuite\tclass\tmethod\tsubjects\twithin\tvital\ttext
            """;

    @Test
    void holdsExactlyTheClaimsOfTheSuites() throws IOException {
        List<Claim> found = claimsOfTheSuites();
        assertThat(found).hasSizeGreaterThan(15);
        if (System.getProperty("update-generated") != null) {
            Files.writeString(
                    FILE, HEAD + found.stream().map(ClaimRegister::line).collect(Collectors.joining("\n")) + "\n");
        }
        assertThat(Files.readString(FILE))
                .isEqualTo(HEAD + found.stream().map(ClaimRegister::line).collect(Collectors.joining("\n")) + "\n");
    }

    @Test
    void namesNoClaimTwice() throws IOException {
        assertThat(claimsOfTheSuites()).extracting(Claim::id).doesNotHaveDuplicates();
    }

    private static List<Claim> claimsOfTheSuites() {
        return new ClassFileImporter()
                        .importPackages(
                                "io.cutovergate.smoke",
                                "io.cutovergate.integrity",
                                "io.cutovergate.e2e",
                                "io.cutovergate.load",
                                "io.cutovergate.cutover")
                        .stream()
                        .map(JavaClass::reflect)
                        .flatMap(type -> ClaimReader.claims(type).stream())
                        .sorted(Comparator.comparing((Claim claim) -> claim.suite())
                                .thenComparing(claim -> claim.id()))
                        .toList();
    }
}

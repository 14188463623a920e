package io.cutovergate.reports.document;

import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ClaimRegister;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What judged.
 *
 * @param version of the program
 * @param checklist SHA-256, in hexadecimal, of everything that it could have asked for: equal for two verdicts that
 *     judged by the same items and claims
 */
public record Program(String version, String checklist) {

    /** The program of that version with these items and claims, ours and the users'. */
    public static Program of(String version, List<ChecklistItem> items, List<Claim> claims) {
        String text = Stream.concat(
                        items.stream().map(ChecklistItem::toString).sorted(),
                        claims.stream().map(ClaimRegister::line).sorted())
                .collect(Collectors.joining("\n"));
        return new Program(version, Sha256.of(text));
    }
}

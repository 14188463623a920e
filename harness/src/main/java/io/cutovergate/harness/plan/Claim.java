package io.cutovergate.harness.plan;

import io.cutovergate.harness.Suite;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One check's sentence.
 *
 * @param id {@code item/name}, stable: {@code ssl-certificates-valid/stays-valid}
 * @param item id of the item it belongs to
 * @param text the sentence
 * @param suite the suite its class runs in
 * @param checkClass name of the class
 * @param method name of the method
 * @param each name of the annotation that gives the subjects; {@code null} for a claim on the system as a whole
 * @param within deadline of its own; {@code null} for the one in the files
 * @param vital whether items that need this one are blocked when the claim is not proven
 */
public record Claim(
        String id,
        String item,
        String text,
        Suite suite,
        String checkClass,
        String method,
        @Nullable String each,
        @Nullable Duration within,
        boolean vital) {

    /** {@code staysValid} of {@code ssl-certificates-valid} is {@code ssl-certificates-valid/stays-valid}. */
    public static String id(String item, String method) {
        return item + "/" + method.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}

package io.cutovergate.integrity.anonymised.pattern;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of payment cards: a scheme's beginning and length, and a check digit that fits (Luhn, ISO/IEC 7812-1). Nobody's are those
 * that payment providers publish for tests.
 */
public final class Cards implements Finder {

    private static final Pattern GROUPED = Pattern.compile("(?<![\\w.-])(?:\\d{13,19}"
            + "|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{3})?|3\\d{3}([ -])\\d{6}\\2\\d{4,5})(?![\\w-]|\\.\\d)");

    /** Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay. */
    private static final Pattern SCHEME = Pattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})"
            + "|(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}"
            + "|3[47]\\d{13}"
            + "|6(?:011|4[4-9]\\d|5\\d\\d)\\d{12,15}"
            + "|3(?:0[0-5]|[68]\\d)\\d{11,16}"
            + "|35(?:2[89]|[3-8]\\d)\\d{12,15}"
            + "|62\\d{14,17}");

    /** Of stripe.com/docs/testing, and the two that other providers add. Its declines and special cases all begin with 400000. */
    private static final Set<String> TEST = Set.of(
            "4242424242424242",
            "4000056655665556",
            "5555555555554444",
            "2223003122003222",
            "5200828282828210",
            "5105105105105100",
            "378282246310005",
            "371449635398431",
            "6011111111111117",
            "6011000990139424",
            "6011981111111113",
            "3056930009020004",
            "36227206271667",
            "6555900000604105",
            "3566002020360505",
            "6200000000000005",
            "6200000000000047",
            "6205500000000000004",
            "4111111111111111",
            "4012888888881881");

    @Override
    public String what() {
        return "payment card numbers";
    }

    @Override
    public Sightings in(String text) {
        Sightings seen = Sightings.NONE;
        Matcher matcher = GROUPED.matcher(text);
        while (matcher.find()) {
            String digits = matcher.group().replaceAll("[ -]", "");
            if (SCHEME.matcher(digits).matches() && fits(digits)) {
                seen = seen.with(TEST.contains(digits) || digits.startsWith("400000"));
            }
        }
        return seen;
    }

    /** Whether the last digit is the one that the others ask for. */
    private static boolean fits(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}

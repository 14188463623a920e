package io.cutovergate.integrity.anonymised.pattern;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bank accounts as IBAN: a country with its length, and check digits that fit (ISO 13616, ISO/IEC 7064 mod 97-10). Nobody's are the
 * examples that the registry and payment providers print.
 */
public final class Ibans implements Finder {

    private static final Pattern BEGINNING = Pattern.compile("(?<![A-Z0-9])[A-Z]{2}\\d{2}(?=[ -]?[A-Z0-9]{4})");
    private static final String LENGTHS =
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18"
                    + " DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30"
                    + " KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29"
                    + " RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";
    private static final Map<String, Integer> LENGTH = new HashMap<>();
    private static final Set<String> EXAMPLES = Set.of(
            "GB82WEST12345698765432",
            "GB33BUKB20201555555555",
            "GB29NWBK60161331926819",
            "DE89370400440532013000",
            "FR1420041010050500013M02606",
            "FR7630006000011234567890189",
            "NL91ABNA0417164300",
            "NL39RABO0300065264",
            "BE68539007547034",
            "BE62510007547061",
            "CH9300762011623852957",
            "AT611904300234573201",
            "ES9121000418450200051332",
            "IT60X0542811101000000123456",
            "IE29AIBK93115212345678",
            "SE4550000000058398257466",
            "NO9386011117947",
            "DK5000400440116243",
            "FI2112345600000785",
            "PT50000201231234567890154",
            "LU280019400644750000",
            "PL61109010140000071219812874");

    static {
        for (String entry : LENGTHS.split(" ")) {
            LENGTH.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
    }

    @Override
    public String what() {
        return "IBANs";
    }

    @Override
    public Sightings in(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        Sightings seen = Sightings.NONE;
        Matcher matcher = BEGINNING.matcher(upper);
        while (matcher.find()) {
            String iban = from(upper, matcher.start());
            if (!iban.isEmpty() && fits(iban)) {
                seen = seen.with(EXAMPLES.contains(iban));
            }
        }
        return seen;
    }

    /** As many letters and digits as the country asks for, written together or in groups; empty where there are not as many. */
    private static String from(String text, int start) {
        int wanted = LENGTH.getOrDefault(text.substring(start, start + 2), 0);
        StringBuilder iban = new StringBuilder();
        int i = start;
        while (i < text.length() && iban.length() < wanted) {
            char c = text.charAt(i);
            if (isPart(c)) {
                iban.append(c);
            } else if ((c != ' ' && c != '-') || i + 1 == text.length() || !isPart(text.charAt(i + 1))) {
                return "";
            }
            i++;
        }
        boolean ends = i == text.length() || !isPart(text.charAt(i));
        return wanted > 0 && iban.length() == wanted && ends ? iban.toString() : "";
    }

    private static boolean isPart(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean fits(String iban) {
        int rest = 0;
        for (char c : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
            int value = Character.digit(c, 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }
}

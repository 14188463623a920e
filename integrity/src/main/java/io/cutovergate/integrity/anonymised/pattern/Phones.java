package io.cutovergate.integrity.anonymised.pattern;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers: international ones (E.164: {@code +} and 8 to 15 digits of which the first is no zero), and North American ones
 * written in groups. A row of digits without either could be anything and is not taken for one. Nobody's are the numbers kept for
 * fiction: 555-0100 to 555-0199 of every North American area, and Ofcom's for drama in the United Kingdom.
 */
public final class Phones implements Finder {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w+.-])(?:\\+[1-9](?:[ ()./-]{0,2}\\d){7,14}"
            + "|(?:1[ .-])?\\(?[2-9]\\d{2}\\)?[ .-]{1,2}[2-9]\\d{2}[ .-]\\d{4})(?![\\w-])");
    private static final Pattern FICTION = Pattern.compile("1?[2-9]\\d{2}55501\\d{2}"
            + "|44(?:1632960|2079460|7700900|8081570|9098790|3069990|1134960|1144960|1154960|1164960|1174960|1184960"
            + "|1214960|1314960|1414960|1514960|1614960|1914980|2890180|2920180)\\d{3}");

    private final List<String> beginnings;

    /**
     * @param testPhones beginnings of numbers that are nobody's, however they are written
     */
    public Phones(List<String> testPhones) {
        this.beginnings = testPhones.stream().map(Phones::digits).toList();
    }

    @Override
    public String what() {
        return "telephone numbers";
    }

    @Override
    public Sightings in(String text) {
        Sightings seen = Sightings.NONE;
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            String digits = digits(matcher.group());
            seen = seen.with(
                    FICTION.matcher(digits).matches() || beginnings.stream().anyMatch(digits::startsWith));
        }
        return seen;
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}

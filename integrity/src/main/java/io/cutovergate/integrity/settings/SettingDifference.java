package io.cutovergate.integrity.settings;

/**
 * A setting that is not the same on both sides.
 *
 * @param object what differs: {@code setting TimeZone of the database}
 * @param sentence the object and its values
 */
public record SettingDifference(String object, String sentence) {

    static SettingDifference of(String object, String source, String target) {
        return new SettingDifference(object, object + " is " + source + " on source, " + target + " on target");
    }

    @Override
    public String toString() {
        return sentence;
    }
}

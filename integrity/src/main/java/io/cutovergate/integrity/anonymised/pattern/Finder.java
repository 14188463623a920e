package io.cutovergate.integrity.anonymised.pattern;

/** Finds one kind of personal data in a text. */
public interface Finder {

    /** The kind, in the plural: {@code e-mail addresses}. */
    String what();

    /** What of that kind stands in a text. */
    Sightings in(String text);

    /** What was seen: somebody's, and what is kept for tests. */
    record Sightings(int real, int reserved) {

        public static final Sightings NONE = new Sightings(0, 0);

        Sightings with(boolean isReserved) {
            return isReserved ? new Sightings(real, reserved + 1) : new Sightings(real + 1, reserved);
        }
    }
}

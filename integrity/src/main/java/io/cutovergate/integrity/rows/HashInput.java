package io.cutovergate.integrity.rows;

/**
 * One value on its way into the hash of its row.
 *
 * @param exact SQL of a form that two values share only when they are the same to the last bit
 * @param value SQL of the value
 * @param mixer see {@link ExactForm}; empty where the exact form is hashed
 */
record HashInput(String exact, String value, String mixer) {

    static HashInput text(String text) {
        return new HashInput(text + " collate \"C\"", text, "");
    }

    boolean mixes() {
        return !mixer.isEmpty();
    }

    /** Mixes the value into a seed. */
    String into(String seed) {
        return mixer.formatted(value, seed);
    }
}

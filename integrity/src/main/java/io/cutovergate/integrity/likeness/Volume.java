package io.cutovergate.integrity.likeness;

/** What a table holds. */
public record Volume(long rows, long bytes) {

    public static final Volume NONE = new Volume(0, 0);

    public Volume plus(Volume other) {
        return new Volume(rows + other.rows, bytes + other.bytes);
    }
}

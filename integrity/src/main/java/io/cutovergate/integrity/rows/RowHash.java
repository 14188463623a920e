package io.cutovergate.integrity.rows;

import java.util.List;
import java.util.stream.Collectors;

/** The SQL of a row's hash, a bigint, made of the exact forms of its values. */
enum RowHash {
    /**
     * PostgreSQL's own functions (since 14): fast, but nothing promises that two servers agree.
     *
     * <p>Each value is mixed into the hash of those before it, which costs least; what has no cheap exact hash is hashed
     * first, as a record. The hash of a record is a linear combination of those of its columns ({@code
     * hash_record_extended}, rowtypes.c): summed as it is, it would not see two rows that exchanged a value. So it only
     * ever is a seed of a hash that mixes all of its 64 bits ({@code hash_bytes_uint32_extended}, hashfn.c).
     */
    NATIVE("PostgreSQL's own hashes of the values") {
        @Override
        String of(List<HashInput> inputs) {
            List<HashInput> mixed =
                    inputs.stream().filter(HashInput::mixes).limit(MOST_MIXED).toList();
            List<HashInput> others =
                    inputs.stream().filter(input -> !mixed.contains(input)).toList();
            if (mixed.isEmpty()) {
                return ofRecord(inputs);
            }
            String chain = others.isEmpty() ? SEED : record(others);
            for (HashInput input : mixed) {
                chain = input.into(chain);
            }
            // A NULL among the mixed ends the chain as NULL, which a sum would pass over.
            return "coalesce(" + chain + ", " + ofRecord(inputs) + ")";
        }
    },
    /** The same on every server since 11, at several times the cost. */
    PORTABLE("SHA-256 of the row's text, 64 bits of it") {
        @Override
        String of(List<HashInput> inputs) {
            return word(1, inputs);
        }
    },
    /** Twice as much of it summed, for those who want no probability to argue about. */
    STRICT("SHA-256 of the row's text, 128 bits of it") {
        @Override
        String of(List<HashInput> inputs) {
            return word(1, inputs);
        }

        @Override
        List<String> summands(List<HashInput> inputs) {
            return List.of(word(1, inputs), word(9, inputs));
        }
    };

    /** A deeper nest of calls would exceed the parser's stack. */
    private static final int MOST_MIXED = 100;

    private static final String SEED = "7213";

    private final String title;

    RowHash(String title) {
        this.title = title;
    }

    abstract String of(List<HashInput> inputs);

    /** What is summed over the rows of a table: the hash, or more of it. */
    List<String> summands(List<HashInput> inputs) {
        return List.of(of(inputs));
    }

    private static String ofRecord(List<HashInput> inputs) {
        return "pg_catalog.hashint4extended(0, " + record(inputs) + ")";
    }

    private static String record(List<HashInput> inputs) {
        return "pg_catalog.hash_record_extended(" + row(inputs) + ", " + SEED + ")";
    }

    /** Eight bytes of the digest as a number. */
    private static String word(int from, List<HashInput> inputs) {
        return "('x' || pg_catalog.encode(pg_catalog.substr(pg_catalog.sha256(pg_catalog.convert_to(" + row(inputs)
                + "::pg_catalog.text, 'UTF8')), " + from + ", 8), 'hex'))::pg_catalog.bit(64)::pg_catalog.int8";
    }

    private static String row(List<HashInput> inputs) {
        return inputs.stream().map(HashInput::exact).collect(Collectors.joining(", ", "row(", ")"));
    }

    @Override
    public String toString() {
        return title;
    }
}

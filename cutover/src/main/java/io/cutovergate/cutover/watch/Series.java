package io.cutovergate.cutover.watch;

/**
 * A stream of requests to one endpoint.
 *
 * @param kept whether its connection is kept, as a browser's; otherwise each request looks the name up and connects anew
 */
public record Series(String endpoint, boolean writes, boolean kept) {

    /** Where it stands in a record: {@code products/new}. */
    String id() {
        return endpoint + "/" + (writes ? "write" : kept ? "kept" : "new");
    }

    static Series of(String id) {
        int slash = id.lastIndexOf('/');
        String kind = id.substring(slash + 1);
        return new Series(id.substring(0, slash), kind.equals("write"), kind.equals("kept"));
    }

    @Override
    public String toString() {
        return endpoint + (writes ? "" : kept ? " (kept connection)" : " (new connections)");
    }
}

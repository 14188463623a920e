package io.cutovergate.testbed.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer wants to order. */
record Wish(List<Item> items, @Nullable String note) {

    private static final int MOST_ITEMS = 20;
    private static final int MOST_PIECES = 100;

    record Item(long product, int quantity) {}

    Wish {
        items = List.copyOf(items);
    }

    /** Throws 400 with the first thing that is wrong. */
    void validate() {
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Problem.badRequest("items: 1 to " + MOST_ITEMS + " of them");
        }
        for (Item item : items) {
            if (item.quantity() < 1 || item.quantity() > MOST_PIECES) {
                throw Problem.badRequest("quantity: 1 to " + MOST_PIECES + ", not " + item.quantity());
            }
        }
        if (items.stream().map(Item::product).distinct().count() < items.size()) {
            throw Problem.badRequest("items: each product once");
        }
        if (note != null && note.length() > 500) {
            throw Problem.badRequest("note: at most 500 characters");
        }
    }

    /** SHA-256 of the content, by which a repeated request is told from another one with the same key. */
    byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

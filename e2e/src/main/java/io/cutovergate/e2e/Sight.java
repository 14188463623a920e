package io.cutovergate.e2e;

import io.cutovergate.harness.evidence.Evidence;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a user saw: the page's title, its address and a picture. */
final class Sight {

    private final String title;
    private final String address;
    private final byte[] png;

    Sight(@Nullable String title, @Nullable String address, byte[] png) {
        this.title = title == null ? "" : title;
        this.address = address == null ? "" : address;
        this.png = png.clone();
    }

    void attachTo(Evidence evidence, String name) {
        evidence.attach(name, "image/png", png);
    }

    /** For messages: {@code "Sign in" at https://id.shop.example/login}. Query and fragment may hold codes, and are left out. */
    @Override
    public String toString() {
        return "\"" + title + "\" at " + withoutQuery();
    }

    private String withoutQuery() {
        try {
            URI uri = URI.create(address);
            return uri.getAuthority() == null ? address : uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
        } catch (IllegalArgumentException e) {
            // A browser opens addresses that are no URI; cut what may hold codes.
            return address.replaceAll("[?#].*", "");
        }
    }
}

package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import org.jspecify.annotations.Nullable;

/** How a session is ended: by a form, with the token that stands in it, or by a request. */
@Section(
        "How a session is ended: by the form of a page, with all that stands in it, or by a request. Exactly one of page and request is given.")
public record Logout(
        @Key(value = "Path of a page with the form, of the account's service.", example = "/account") @Nullable
        String page,

        @Key(value = "CSS selector of the form on the page.", byDefault = "form")
        String form,

        @Key(value = "Request that ends the session.", example = "{ post: /logout, status: 204 }") @Nullable
        Request request) {

    public Logout {
        if ((page == null) == (request == null)) {
            throw new IllegalArgumentException("exactly one of page and request is needed");
        }
        if (request != null && request.as() != null) {
            throw new IllegalArgumentException(
                    "the request of a logout is sent by the session itself, not as " + request.as());
        }
    }
}

package io.cutovergate.probe.login;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import java.util.Optional;

/** What the provider says of itself (OpenID Connect Discovery 1.0, section 4). */
record Discovery(JsonBody document, String asked) {

    static Discovery of(Migration migration, Auth.Oidc oidc, Vantage vantage, HttpProbe http) {
        String issuer = migration.host(oidc.host(), vantage.side()).origin() + oidc.path();
        HttpRequest request = HttpRequest.get(issuer + "/.well-known/openid-configuration");
        HttpAnswer answer = http.send(request);
        JsonBody document = JsonBody.of(answer.body());
        if (answer.status() != 200 || document.text("$.token_endpoint").equals(JsonBody.ABSENT)) {
            throw new Unexamined(
                    "no OpenID Connect provider: " + request + ": " + answer + "; " + answer.gist() + " (auth.oidc)");
        }
        String named = document.text("$.issuer");
        if (!named.equals(issuer)) {
            // Section 4.3: the two MUST be equal.
            throw new Unexamined(request + " names the issuer " + named + ", not " + issuer + " (auth.oidc)");
        }
        return new Discovery(document, request.toString());
    }

    /** An address of the document; empty where it has none. */
    Optional<String> find(String name) {
        String address = document.text("$." + name);
        return address.equals(JsonBody.ABSENT) ? Optional.empty() : Optional.of(address);
    }

    /** Whether it says that it tells applications of logouts (OpenID Connect Back-Channel Logout 1.0, section 2.1). */
    boolean tellsOfLogouts() {
        return document.text("$.backchannel_logout_supported").equals("true");
    }

    /** An address of the document that is needed. */
    String need(String name) {
        return find(name).orElseThrow(() -> new Unexamined(asked + " names no " + name));
    }
}

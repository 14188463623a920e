package io.cutovergate.testbed;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;

/** What an outsider sees where the provider is careless with codes. */
record CodeSymptoms(Visitor visitor) {
    private static final String BACK = "https://app.test/";
    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    Map<String, Callable<Boolean>> byFault() {
        return Map.of(
                "codes-replayed",
                () -> {
                    String code = code();
                    exchanged(code, VERIFIER);
                    return exchanged(code, VERIFIER);
                },
                "verifier-ignored",
                () -> exchanged(code(), "x".repeat(43)));
    }

    private String code() throws IOException {
        String query = "response_type=code&client_id=shop-web&scope=openid&state=s&redirect_uri=" + encode(BACK)
                + "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
        String form = "username=ada&password=" + encode(visitor.variable("TESTBED_USER_PASSWORD"));
        return visitor.form("/shop/authorize?" + query, form)
                .header("Location")
                .replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private boolean exchanged(String code, String verifier) throws IOException {
        String form = "grant_type=authorization_code&client_id=shop-web&code=" + code + "&redirect_uri=" + encode(BACK)
                + "&code_verifier=" + verifier;
        return visitor.form("/shop/token", form).status() == 200;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.cutovergate.testbed.standin;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts an event to every registered endpoint when a payment intent was created, signed as Stripe does: header
 * {@code Stripe-Signature: t=SECONDS,v1=HMAC-SHA256(secret, "SECONDS.BODY")}.
 */
final class SignedWebhooks implements ServeEventListener {
    private static final Logger LOG = LoggerFactory.getLogger(SignedWebhooks.class);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<URI> endpoints = new CopyOnWriteArrayList<>();
    private final String secret;

    SignedWebhooks(String secret) {
        this.secret = secret;
    }

    @Override
    public String getName() {
        return "signed-webhooks";
    }

    @Override
    public void afterComplete(ServeEvent event, Parameters parameters) {
        if (event.getResponse().getStatus() != 200
                || !event.getRequest().getMethod().equals(RequestMethod.POST)) {
            return;
        }
        switch (event.getRequest().getUrl()) {
            case "/v1/webhook_endpoints" -> {
                FormParameter url = event.getRequest().formParameter("url");
                if (url.isPresent()) {
                    endpoints.add(URI.create(url.firstValue()));
                }
            }
            case "/v1/payment_intents" ->
                endpoints.forEach(endpoint -> send(endpoint, event.getResponse().getBodyAsString()));
            default -> {
                // nobody is told of anything else
            }
        }
    }

    private void send(URI endpoint, String paymentIntent) {
        String body = "{\"id\":\"evt_" + System.nanoTime() + "\",\"object\":\"event\",\"livemode\":false,"
                + "\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":" + paymentIntent + "}}";
        long now = Instant.now().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", "t=" + now + ",v1=" + sign(now + "." + body))
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var unused = http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((response, failure) -> {
                    if (failure != null) {
                        LOG.warn("webhook to {} not delivered", endpoint, failure);
                    }
                });
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

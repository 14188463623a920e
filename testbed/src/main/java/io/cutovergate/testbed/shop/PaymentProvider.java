package io.cutovergate.testbed.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Stripe's payment intents, or who speaks like it at {@code SHOP_PAYMENT}, asked with the key {@code SHOP_PAYMENT_KEY}. */
record PaymentProvider(HttpClient http, URI base, String key) {

    static Optional<PaymentProvider> of(Env env) {
        return env.maybe("SHOP_PAYMENT").flatMap(base -> env.maybe("SHOP_PAYMENT_KEY")
                .map(key -> new PaymentProvider(
                        HttpClient.newBuilder()
                                .connectTimeout(Duration.ofSeconds(2))
                                .build(),
                        URI.create(base + "/"),
                        key)));
    }

    /** Charges the order's total. 503 when the provider cannot be reached, 422 when it refuses. */
    JsonNode charge(Order order) throws IOException {
        Map<String, String> form = Map.of(
                "amount", order.total().movePointRight(2).toBigInteger().toString(),
                "currency", order.currency().toLowerCase(Locale.ROOT),
                "metadata[order]", Long.toString(order.id()));
        HttpRequest request = HttpRequest.newBuilder(base.resolve("v1/payment_intents"))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", Forms.TYPE)
                .header("Idempotency-Key", "order-" + order.id())
                .POST(HttpRequest.BodyPublishers.ofString(Forms.encode(form)))
                .build();
        HttpResponse<byte[]> response = send(request);
        JsonNode answer = Json.read(response.body(), JsonNode.class);
        if (response.statusCode() != 200 || !answer.path("status").asText().equals("succeeded")) {
            throw Problem.unprocessable("the payment provider answered " + response.statusCode());
        }
        return answer;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw Problem.unavailable("the payment provider does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("shutting down");
        }
    }
}

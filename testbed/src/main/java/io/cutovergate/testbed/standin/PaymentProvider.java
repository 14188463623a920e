package io.cutovergate.testbed.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;

/**
 * A stand-in for Stripe: WireMock with {@code /v1/account}, {@code /v1/payment_intents} and
 * {@code /v1/webhook_endpoints}. Who registers an endpoint is sent a signed {@code payment_intent.succeeded} for every
 * payment intent created after.
 */
public final class PaymentProvider {
    private PaymentProvider() {}

    /** Starts it for callers who bear the key; webhooks are signed with the secret. */
    public static void start(String address, int port, String key, String webhookSecret) {
        StringValuePattern bearer = equalTo("Bearer " + key);
        WireMockServer server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress(address)
                .port(port)
                .containerThreads(10)
                .globalTemplating(true)
                .maxRequestJournalEntries(100)
                .extensions(new SignedWebhooks(webhookSecret)));
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(json(401, "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"No API key\"}}")));
        server.stubFor(get(urlPathEqualTo("/v1/account"))
                .withHeader("Authorization", bearer)
                .willReturn(json(
                        200,
                        "{\"id\":\"acct_testbed\",\"object\":\"account\",\"charges_enabled\":true,"
                                + "\"payouts_enabled\":true}")));
        server.stubFor(post(urlPathEqualTo("/v1/payment_intents"))
                .withHeader("Authorization", bearer)
                .willReturn(json(
                        200,
                        "{\"id\":\"pi_{{randomValue length=24 type='ALPHANUMERIC'}}\",\"object\":\"payment_intent\","
                                + "\"amount\":{{formData request.body 'form'}}{{form.amount}},"
                                + "\"currency\":\"{{form.currency}}\",\"status\":\"succeeded\",\"livemode\":false}")));
        server.stubFor(get(urlPathMatching("/v1/payment_intents/pi_[0-9a-zA-Z]+"))
                .withHeader("Authorization", bearer)
                .willReturn(json(
                        200,
                        "{\"id\":\"{{request.pathSegments.[2]}}\",\"object\":\"payment_intent\","
                                + "\"status\":\"succeeded\",\"livemode\":false}")));
        server.stubFor(post(urlPathEqualTo("/v1/webhook_endpoints"))
                .withHeader("Authorization", bearer)
                .willReturn(json(
                        200,
                        "{\"id\":\"we_{{randomValue length=24 type='ALPHANUMERIC'}}\","
                                + "\"object\":\"webhook_endpoint\",\"status\":\"enabled\",\"livemode\":false}")));
        server.start();
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}

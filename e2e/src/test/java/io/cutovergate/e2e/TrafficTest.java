package io.cutovergate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.e2e.Traffic.Exchange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private final Traffic traffic = new Traffic();

    @Test
    void anErrorStatusIsAFailureOnce() {
        sent("1", "Image", "https://www.shop.example/logo.png");
        event("Network.responseReceived", "'requestId':'1','response':{'status':404}");
        event("Network.loadingFailed", "'requestId':'1','errorText':'net::ERR_ABORTED','canceled':false");

        assertThat(traffic.failed()).singleElement().asString().isEqualTo("GET https://www.shop.example/logo.png: 404");
    }

    @Test
    void theBrowsersReasonIsTold() {
        sent("1", "Script", "http://www.shop.example/x.js");
        event("Network.loadingFailed", "'requestId':'1','errorText':'','blockedReason':'mixed-content'");

        assertThat(traffic.failed()).singleElement().asString().endsWith("(blocked: mixed-content)");
    }

    @Test
    void whatThePageGaveUpHasNotFailed() {
        sent("1", "Fetch", "https://api.shop.example/search");
        event("Network.loadingFailed", "'requestId':'1','errorText':'net::ERR_ABORTED','canceled':true");

        assertThat(traffic.failed()).isEmpty();
        assertThat(traffic.unanswered()).isEmpty();
    }

    @Test
    void aPageThatNobodyBringsIsLost() {
        event(
                "Network.requestWillBeSent",
                "'requestId':'1','frameId':'tab','type':'Document','request':{'method':'GET','url':'https://id.shop.example/'}");
        event("Network.loadingFailed", "'requestId':'1','errorText':'net::ERR_CONNECTION_REFUSED'");

        assertThat(traffic.lostPage()).map(Exchange::failure).contains("net::ERR_CONNECTION_REFUSED");
    }

    @Test
    void streamsDoNotKeepAPageBusy() {
        sent("1", "EventSource", "https://api.shop.example/events");
        assertThat(traffic.quietFor(Duration.ZERO)).isTrue();

        sent("2", "Fetch", "https://api.shop.example/slow");
        assertThat(traffic.quietFor(Duration.ZERO)).isFalse();
        assertThat(traffic.unanswered()).extracting(Exchange::url).containsExactly("https://api.shop.example/slow");
    }

    @Test
    void theIconThatOnlyTheBrowserAsksForDoesNotCount() {
        sent("1", "Other", "https://www.shop.example/favicon.ico");

        assertThat(traffic.size()).isZero();
    }

    private void sent(String id, String type, String url) {
        event(
                "Network.requestWillBeSent",
                "'requestId':'%s','frameId':'tab','type':'%s','request':{'method':'GET','url':'%s'}"
                        .formatted(id, type, url));
    }

    private void event(String method, String params) {
        traffic.read("{'webview':'tab','message':{'method':'%s','params':{%s}}}"
                .formatted(method, params)
                .replace('\'', '"'));
    }
}

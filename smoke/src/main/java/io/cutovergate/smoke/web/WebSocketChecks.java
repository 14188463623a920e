package io.cutovergate.smoke.web;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.WebSocketRules;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Measurement;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWebSocket;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.WebSocketAnswer;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.probe.login.Login;
import java.util.Objects;
import java.util.regex.Pattern;

/** Gateways pass WebSockets on only where they are told to. */
@ApiResponds
@EachWebSocket
record WebSocketChecks(ServiceAt service, HttpProbe http, Login login, Evidence evidence) {

    @Check("the WebSocket opens, with the subprotocol that is asked for, and answers")
    void opensTheWebSocket() {
        HttpRequest plain = HttpRequest.get(service.host(), rules().path());
        HttpRequest request =
                rules().protocol() == null ? plain : plain.header("Sec-WebSocket-Protocol", rules().protocol());
        WebSocketAnswer answer = http.open(login.as(rules().as(), request), rules().send(), rules().reply() != null);
        String seen = request + ": " + answer.handshake();
        evidence.measure(
                        "status of the opening handshake",
                        service,
                        answer.handshake().status())
                .detail(seen)
                .is(101, "RFC 6455, section 4.2.2; " + key() + ".path");
        evidence.measure("reason not to go on", service, answer.refused() == null ? "none" : answer.refused())
                .detail(seen)
                .is("none", "RFC 6455, section 4.1; " + key() + ".path");
        if (rules().protocol() != null) {
            evidence.measure(
                            "subprotocol",
                            service,
                            answer.handshake().header("Sec-WebSocket-Protocol").orElse(JsonBody.ABSENT))
                    .detail(seen)
                    .is(rules().protocol(), "RFC 6455, section 4.2.2; " + key() + ".protocol");
        }
        if (rules().reply() != null) {
            replied(rules().reply(), answer);
        }
    }

    private void replied(String rule, WebSocketAnswer answer) {
        Measurement<String> reply = evidence.measure(
                        "first text", service, answer.message() == null ? JsonBody.ABSENT : answer.message())
                .detail("waited for at most " + HttpRequest.WITHIN.toSeconds() + " s");
        if (rule.startsWith("~")) {
            reply.matches(Pattern.compile(rule.substring(1).strip()), key() + ".reply");
        } else {
            reply.is(rule, key() + ".reply");
        }
    }

    private WebSocketRules rules() {
        return Objects.requireNonNull(service.rules().websocket());
    }

    private String key() {
        return "services." + service.name() + ".websocket";
    }
}

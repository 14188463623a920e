package io.cutovergate.testbed.host;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.fault.ActiveFaults;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where another process reads the variables and switches faults: {@code GET /variables}, {@code GET /faults},
 * {@code PUT} and {@code DELETE /faults/NAME}, {@code DELETE /faults}; moves the jobs: {@code PUT /jobs/SIDE}, and
 * {@code DELETE /jobs/SIDE} to stop a side's worker; and lets a side's gateway end its connections, or keep them again: {@code PUT} and {@code DELETE /drain/SIDE}; with the state file's token only.
 */
record ControlChannel(
        String token,
        Supplier<Map<String, String>> variables,
        ActiveFaults faults,
        JobMove jobs,
        BiConsumer<String, Boolean> drain)
        implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ControlChannel.class);
    private static final String ONE = "/faults/";
    private static final String DRAIN = "/drain/";
    private static final String JOBS = "/jobs/";

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))) {
            exchange.setStatusCode(401);
            return;
        }
        try {
            exchange.getResponseSender().send(answer(exchange));
        } catch (TestbedException e) {
            LOG.warn("{} {}", exchange.getRequestMethod(), exchange.getRequestPath(), e);
            exchange.setStatusCode(409);
            exchange.getResponseSender().send(String.valueOf(e.getMessage()));
        }
    }

    private String answer(HttpServerExchange exchange) throws IOException {
        String path = exchange.getRequestPath();
        if (path.startsWith(DRAIN)) {
            drain.accept(
                    path.substring(DRAIN.length()),
                    exchange.getRequestMethod().toString().equals("PUT"));
            return "";
        }
        if (path.startsWith(JOBS)) {
            String side = path.substring(JOBS.length());
            if (exchange.getRequestMethod().toString().equals("DELETE")) {
                jobs.stop(side);
            } else {
                jobs.to(side);
            }
            return "";
        }
        String request = exchange.getRequestMethod() + " " + (path.startsWith(ONE) ? ONE : path);
        String fault = path.startsWith(ONE) ? path.substring(ONE.length()) : "";
        return switch (request) {
            case "GET /variables" -> variablesAsText();
            case "GET /faults" -> String.join("\n", faults.names());
            case "PUT " + ONE -> faults.inject(fault);
            case "DELETE " + ONE -> {
                faults.heal(fault);
                yield "";
            }
            case "DELETE /faults" -> {
                faults.reset();
                yield "";
            }
            default -> throw new TestbedException("the control channel does not know " + request);
        };
    }

    private String variablesAsText() throws IOException {
        Properties text = new Properties();
        text.putAll(variables.get());
        StringWriter out = new StringWriter();
        text.store(out, null);
        return out.toString();
    }
}

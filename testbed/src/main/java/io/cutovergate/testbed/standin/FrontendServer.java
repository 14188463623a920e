package io.cutovergate.testbed.standin;

import io.cutovergate.testbed.net.Web;
import io.undertow.Handlers;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.server.handlers.resource.ResourceHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.nio.file.Path;

/** Serves the deployed frontend's files, and says of itself that it is well and which release it is. */
public final class FrontendServer {
    private FrontendServer() {}

    /**
     * Starts to serve.
     *
     * @param files read at every request, so that damage to one shows at once
     * @param side for the X-Side header
     * @param digest what {@code /version} reports
     * @param policy the Content-Security-Policy of every answer
     */
    public static void start(Web web, String address, int port, Path files, String side, String digest, String policy) {
        ResourceHandler resources = new ResourceHandler(PathResourceManager.builder()
                        .setBase(files)
                        .setETagFunction(file -> null)
                        .build())
                .setWelcomeFiles("index.html");
        PathHandler paths = new PathHandler(resources)
                .addExactPath("/health/ready", exchange -> json(exchange, "{\"status\":\"ready\"}"))
                .addExactPath("/health/live", exchange -> json(exchange, "{\"status\":\"live\"}"))
                .addExactPath("/live", Handlers.websocket(FrontendServer::answer))
                .addExactPath("/version", exchange -> json(exchange, "{\"digest\":\"" + digest + "\"}"));
        web.serve(address, port, exchange -> {
            exchange.getResponseHeaders()
                    .put(HttpString.tryFromString("X-Side"), side)
                    .put(HttpString.tryFromString("X-Instance"), "frontend-1")
                    .put(HttpString.tryFromString("X-Content-Type-Options"), "nosniff")
                    .put(HttpString.tryFromString("Content-Security-Policy"), policy)
                    .put(Headers.CACHE_CONTROL, "no-cache");
            paths.handleRequest(exchange);
        });
    }

    /** Whatever is said over the WebSocket is answered with {@code pong}. */
    private static void answer(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        channel.getReceiveSetter().set(new AbstractReceiveListener() {
            @Override
            protected void onFullTextMessage(WebSocketChannel opened, BufferedTextMessage message) {
                WebSockets.sendText("pong", opened, null);
            }
        });
        channel.resumeReceives();
    }

    private static void json(HttpServerExchange exchange, String body) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(body);
    }
}

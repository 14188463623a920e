package io.cutovergate.testbed.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Something between a gateway's listener and its routes: where faults of the network are made. */
public interface Filter {

    /** Answers, or passes the request on. */
    void handle(HttpServerExchange exchange, HttpHandler next) throws Exception;

    /** This filter for some requests only. */
    default Filter where(Predicate<HttpServerExchange> concerned) {
        return (exchange, next) -> {
            if (concerned.test(exchange)) {
                handle(exchange, next);
            } else {
                next.handleRequest(exchange);
            }
        };
    }

    /**
     * Answers in place of whoever would have, once the request is read to its end: whoever is still writing when the connection is
     * closed sees that, and not the answer.
     */
    static Filter answer(int status, String type, String body) {
        return (exchange, next) -> exchange.getRequestReceiver().receiveFullBytes((whole, content) -> {
            whole.setStatusCode(status);
            whole.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
            whole.getResponseSender().send(body);
        });
    }

    /** Passes the request on after a while. */
    static Filter delay(long millis) {
        return (exchange, next) -> {
            Runnable later = () -> exchange.dispatch(next);
            exchange.dispatch(SameThreadExecutor.INSTANCE, (Runnable)
                    () -> exchange.getIoThread().executeAfter(later, millis, TimeUnit.MILLISECONDS));
        };
    }

    /** Passes the request on, and puts a header into the answer. */
    static Filter header(String name, String value) {
        return (exchange, next) -> {
            exchange.addResponseCommitListener(
                    answered -> answered.getResponseHeaders().put(new HttpString(name), value));
            next.handleRequest(exchange);
        };
    }

    /** Passes the request on, and takes a header out of the answer. */
    static Filter without(String name) {
        return (exchange, next) -> {
            exchange.addResponseCommitListener(
                    answered -> answered.getResponseHeaders().remove(name));
            next.handleRequest(exchange);
        };
    }

    /** Passes the request on as if a header had not been sent. */
    static Filter unasked(String name) {
        return (exchange, next) -> {
            exchange.getRequestHeaders().remove(name);
            next.handleRequest(exchange);
        };
    }

    /** Requests by a method. */
    static Predicate<HttpServerExchange> by(String method) {
        return exchange -> exchange.getRequestMethod().equalToString(method);
    }

    /** Requests below a path of one host. */
    static Predicate<HttpServerExchange> at(String host, String path) {
        return exchange ->
                exchange.getHostName().equals(host) && exchange.getRequestPath().startsWith(path);
    }

    /** Requests with a body of a media type that begins so. */
    static Predicate<HttpServerExchange> sent(String type) {
        return exchange -> {
            String sent = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
            return sent != null && sent.startsWith(type);
        };
    }

    /** Requests with a body of more bytes. */
    static Predicate<HttpServerExchange> longerThan(long bytes) {
        return exchange -> exchange.getRequestContentLength() > bytes;
    }

    /** Every n-th of what it is asked of. */
    static Predicate<HttpServerExchange> every(int n) {
        AtomicLong count = new AtomicLong();
        return exchange -> count.incrementAndGet() % n == 0;
    }
}

package io.cutovergate.smoke;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An application that keeps sessions, whose login asks for the name first; each of its rules can be left out. */
final class FormApplication {

    /** A rule that an application may lack. */
    enum Lack {
        TOKEN,
        OWN_TOKEN,
        LOGOUT,
        PROTECTION
    }

    private final Set<Lack> lacks = new TreeSet<>();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    void lacks(Lack lack) {
        lacks.add(lack);
    }

    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String visitor = cookie(exchange, "visitor");
        String session = cookie(exchange, "session");
        Map<String, String> form = form(exchange);
        if (path.equals("/in") && exchange.getRequestMethod().equals("GET")) {
            String fresh = "v" + count.incrementAndGet();
            exchange.getResponseHeaders()
                    .add("Set-Cookie", "visitor=" + fresh + "; Path=/; Secure; HttpOnly; SameSite=Lax");
            page(exchange, 200, "<form action='/name' method='post'><input type='email' name='mail'></form>");
        } else if (path.equals("/name")) {
            page(
                    exchange,
                    200,
                    "<form action='/in' method='post'><input type='hidden' name='csrfmiddlewaretoken' value='"
                            + token(visitor) + "'><input type='hidden' name='mail' value='" + form.get("mail")
                            + "'><input type='password' name='pass'></form>");
        } else if (path.equals("/in")) {
            logIn(exchange, visitor, form);
        } else if (path.equals("/out") && form.getOrDefault("_csrf", "").equals("t-" + session)) {
            if (!lacks.contains(Lack.LOGOUT)) {
                sessions.remove(session);
            }
            exchange.getResponseHeaders().add("Set-Cookie", "session=; Path=/; Max-Age=0");
            leads(exchange, "/in");
        } else if (!sessions.contains(session)) {
            leads(exchange, "/in");
        } else {
            page(
                    exchange,
                    200,
                    "<p id='hello'>Hello</p><form action='/search'></form><form id='leave' action='/out'"
                            + " method='post'><input type='hidden' name='_csrf' value='t-" + session + "'></form>");
        }
    }

    private void logIn(HttpExchange exchange, String visitor, Map<String, String> form) throws IOException {
        String token = form.getOrDefault("csrfmiddlewaretoken", "");
        boolean isOurs = lacks.contains(Lack.OWN_TOKEN) ? tokens.contains(token) : token.equals(token(visitor));
        if (!isOurs && !lacks.contains(Lack.TOKEN)) {
            page(exchange, 403, "<h1>Forbidden</h1>");
        } else if (!"ada".equals(form.get("mail")) || !"s3cr3t-value".equals(form.get("pass"))) {
            page(
                    exchange,
                    200,
                    "<form action='/in' method='post'><input name='mail'><input type='password' name='pass'></form>");
        } else {
            String session = "session-" + count.incrementAndGet();
            sessions.add(session);
            String attributes = lacks.contains(Lack.PROTECTION) ? "" : "; Secure; HttpOnly; SameSite=Lax";
            exchange.getResponseHeaders().add("Set-Cookie", "session=" + session + "; Path=/" + attributes);
            leads(exchange, "/home");
        }
    }

    private String token(String visitor) {
        tokens.add("t-" + visitor);
        return "t-" + visitor;
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> fields = new HashMap<>();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static String cookie(HttpExchange exchange, String name) {
        String header = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
        return Arrays.stream(header.split("; "))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("none");
    }

    private static void leads(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().set("Location", path);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void page(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

package io.cutovergate.probe.http;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.Causes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** One WebSocket: opened, asked once, closed. */
final class WebSocketCall extends WebSocketListener {

    private final String peer;
    private final @Nullable String sent;
    private final CompletableFuture<WebSocketAnswer> opened = new CompletableFuture<>();
    private final CompletableFuture<String> message = new CompletableFuture<>();
    private final long started = System.nanoTime();

    WebSocketCall(String peer, @Nullable String sent) {
        this.peer = peer;
        this.sent = sent;
    }

    /** Waits for the handshake, and for a text where one is wanted. */
    WebSocketAnswer make(OkHttpClient client, Request request, Duration within, boolean wantsText) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool(WebSocketCall::thread);
        WebSocket socket =
                client.newBuilder().dispatcher(new Dispatcher(threads)).build().newWebSocket(request, this);
        try {
            WebSocketAnswer answer = opened.get(within.toMillis(), TimeUnit.MILLISECONDS);
            return answer.refused() != null || !wantsText
                    ? answer
                    : new WebSocketAnswer(answer.handshake(), null, text(within));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new Unexamined(
                    "no answer to the opening handshake within " + within.toSeconds() + " s from " + peer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("interrupted while the WebSocket was opened", e);
        } finally {
            socket.close(1000, null);
            socket.cancel();
            threads.shutdown();
        }
    }

    /** Not OkHttp's own, which keep a program alive for a minute. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "websocket");
        thread.setDaemon(true);
        return thread;
    }

    private @Nullable String text(Duration within) throws InterruptedException, ExecutionException {
        try {
            return message.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        }
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        opened.complete(new WebSocketAnswer(answer(response), null, null));
        if (sent != null) {
            socket.send(sent);
        }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        message.complete(text);
    }

    @Override
    public void onFailure(WebSocket socket, Throwable failure, @Nullable Response response) {
        if (response == null) {
            opened.completeExceptionally(failure);
        } else {
            opened.complete(new WebSocketAnswer(answer(response), Causes.first(failure), null));
        }
        message.completeExceptionally(failure);
    }

    private HttpAnswer answer(Response response) {
        return new HttpAnswer(
                response.code(),
                response.headers().toMultimap(),
                "",
                false,
                Duration.ofNanos(System.nanoTime() - started),
                peer,
                response.protocol().toString());
    }
}

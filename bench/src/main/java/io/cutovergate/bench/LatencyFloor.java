package io.cutovergate.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The JDK's client, already warm, that asks so many at once and looks at nothing: no check can be quicker. */
record LatencyFloor(HttpClient client, String origin, int count, int atOnce) {

    static LatencyFloor of(Nginx nginx, int count, int atOnce) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("bench", nginx.authority().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context)
                .build();
        return new LatencyFloor(client, "https://localhost:" + nginx.late(), count, atOnce);
    }

    Run run() {
        AtomicInteger next = new AtomicInteger();
        ExecutorService askers = Executors.newFixedThreadPool(atOnce);
        long began = System.nanoTime();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                all.add(askers.submit(() -> {
                    for (int item = next.incrementAndGet(); item <= count; item = next.incrementAndGet()) {
                        ask(item);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            return new Run((System.nanoTime() - began) / 1e9, 0, 0, 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            askers.shutdownNow();
        }
    }

    private void ask(int item) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(origin + "/api/items/" + item))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }
}

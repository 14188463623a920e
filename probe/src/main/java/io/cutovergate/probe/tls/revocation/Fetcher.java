package io.cutovergate.probe.tls.revocation;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Names;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** Fetches what certificate authorities publish over plain HTTP: it is signed, so that nothing needs to be trusted on the way. */
public final class Fetcher {

    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final long LARGEST = 32L << 20;

    private final OkHttpClient client;

    public Fetcher(Names names) {
        this.client = new OkHttpClient.Builder()
                .dns(host -> {
                    try {
                        return names.look(host).addresses();
                    } catch (Unexamined e) {
                        UnknownHostException unknown = new UnknownHostException(e.getMessage());
                        unknown.initCause(e);
                        throw unknown;
                    }
                })
                .callTimeout(WITHIN)
                .followSslRedirects(false)
                .build();
    }

    byte[] get(String address) throws IOException {
        return send(new Request.Builder().url(address));
    }

    byte[] post(String address, String type, byte[] body) throws IOException {
        return send(new Request.Builder().url(address).post(RequestBody.create(body, MediaType.get(type))));
    }

    private byte[] send(Request.Builder request) throws IOException {
        try (Response response = client.newCall(
                        request.header("User-Agent", "cutover-gate").build())
                .execute()) {
            BufferedSource source = response.body().source();
            if (response.code() != 200) {
                throw new IOException("it answers " + response.code());
            }
            if (source.request(LARGEST + 1)) {
                throw new IOException("the answer has more than " + LARGEST + " octets");
            }
            return source.readByteArray();
        } catch (IllegalArgumentException e) {
            throw new IOException("no address that can be asked", e);
        }
    }
}

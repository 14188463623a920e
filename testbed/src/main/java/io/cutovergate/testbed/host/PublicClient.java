package io.cutovergate.testbed.host;

import io.cutovergate.testbed.net.Zone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/** A client of the public names, as any other server on the network is one: it asks the zone and trusts the testbed's root. */
final class PublicClient {
    private PublicClient() {}

    static OkHttpClient of(Zone zone, X509Certificate root) throws GeneralSecurityException, IOException {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        roots.setCertificateEntry("root", root);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new OkHttpClient.Builder()
                .dns(new InZone(zone))
                .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
                .dispatcher(new Dispatcher(Executors.newCachedThreadPool(task -> {
                    Thread thread = new Thread(task, "public-client");
                    thread.setDaemon(true);
                    return thread;
                })))
                .build();
    }

    private record InZone(Zone zone) implements Dns {
        @Override
        public List<InetAddress> lookup(String name) throws UnknownHostException {
            List<InetAddress> addresses = new ArrayList<>();
            for (var record :
                    zone.list(one -> one.type().equals("A") && one.name().equals(name))) {
                addresses.add(InetAddress.getByName(record.content()));
            }
            if (addresses.isEmpty()) {
                throw new UnknownHostException(name);
            }
            return addresses;
        }
    }
}

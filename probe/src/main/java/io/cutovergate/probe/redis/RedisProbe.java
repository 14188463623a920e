package io.cutovergate.probe.redis;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.probe.Causes;
import io.cutovergate.probe.dns.Names;
import io.cutovergate.probe.tls.Trust;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Reads either side's caches. */
@Provided(by = RedisProbe.FromScope.class)
public final class RedisProbe {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Migration migration;
    private final Names names;
    private final Trust trust;

    public RedisProbe(Migration migration, Names names, Trust trust) {
        this.migration = migration;
        this.names = names;
        this.trust = trust;
    }

    /** Connects to the cache of that name on that side; {@link Unexamined} says why not. */
    public RedisReading reading(String cache, Side side) {
        String key = side + ".caches." + cache;
        SideConfig.Cache config = migration.side(side).caches().get(cache);
        if (config == null) {
            throw new Unexamined(key + " is not configured");
        }
        RedisUrl url = RedisUrl.parse(config.url(), key);
        String where = side + "'s cache " + cache + " (" + url.where() + ")";
        try {
            RedisReading reading = new RedisReading(connect(url), where);
            authenticate(reading, url, config);
            return reading;
        } catch (IOException e) {
            throw new Unexamined("nobody answers at " + where + ": " + Causes.first(e), e);
        }
    }

    private static void authenticate(RedisReading reading, RedisUrl url, SideConfig.Cache config) {
        if (config.password() != null) {
            String password = config.password().reveal();
            if (url.user() == null) {
                reading.call("AUTH", password);
            } else {
                reading.call("AUTH", url.user(), password);
            }
        }
        if (url.database() != 0) {
            reading.call("SELECT", Integer.toString(url.database()));
        }
    }

    private Socket connect(RedisUrl url) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(names.look(url.host()).addresses().get(0), url.port()),
                    (int) CONNECT.toMillis());
            socket.setSoTimeout(
                    (int) migration.environment().deadlines().check().toMillis());
            return url.tls() ? secured(socket, url) : socket;
        } catch (IOException | Unexamined e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket plain, RedisUrl url) throws IOException {
        SSLSocket socket = (SSLSocket) trust.sockets().createSocket(plain, url.host(), url.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Makes one for a check; whoever reads closes. */
    public static final class FromScope implements Provider<RedisProbe> {
        @Override
        public RedisProbe provide(CheckScope scope) {
            return new RedisProbe(
                    scope.migration(),
                    Names.of(scope.migration().environment().publicNames().dns().resolvers()),
                    Trust.of(scope));
        }
    }
}

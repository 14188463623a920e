package io.cutovergate.cutover.watch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import org.jspecify.annotations.Nullable;

/** How far a call came. */
final class Call extends EventListener {

    /** The furthest point that a call reached. */
    enum Phase {
        CONNECTING,
        TLS,
        CONNECTED
    }

    private volatile Phase phase = Phase.CONNECTING;
    private volatile @Nullable Handshake handshake;
    private volatile @Nullable InetAddress address;

    Phase phase() {
        return phase;
    }

    @Nullable
    Handshake handshake() {
        return handshake;
    }

    @Nullable
    InetAddress address() {
        return address;
    }

    @Override
    public void connectStart(okhttp3.Call call, InetSocketAddress at, Proxy proxy) {
        address = at.getAddress();
    }

    @Override
    public void secureConnectStart(okhttp3.Call call) {
        phase = Phase.TLS;
    }

    @Override
    public void connectionAcquired(okhttp3.Call call, Connection connection) {
        phase = Phase.CONNECTED;
        handshake = connection.handshake();
        address = connection.route().socketAddress().getAddress();
    }
}

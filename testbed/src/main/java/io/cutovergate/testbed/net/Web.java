package io.cutovergate.testbed.net;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * The threads that all of the host's HTTP servers share.
 *
 * @param worker theirs
 */
public record Web(XnioWorker worker) {

    /** Starts the threads. */
    public static Web start() throws IOException {
        return new Web(Xnio.getInstance()
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_IO_THREADS, 2)
                        .set(Options.WORKER_TASK_CORE_THREADS, 4)
                        .set(Options.WORKER_TASK_MAX_THREADS, 32)
                        .set(Options.TCP_NODELAY, true)
                        .set(Options.THREAD_DAEMON, true)
                        .getMap()));
    }

    /** A server that is not started yet; more listeners can be added. */
    Undertow.Builder builder() {
        return Undertow.builder()
                .setWorker(worker)
                .setSocketOption(Options.TCP_NODELAY, true)
                .setSocketOption(Options.REUSE_ADDRESSES, true);
    }

    /** Serves plain HTTP with a handler that may block. */
    public void serve(String address, int port, HttpHandler handler) {
        builder()
                .addHttpListener(port, address, new BlockingHandler(handler))
                .build()
                .start();
    }
}

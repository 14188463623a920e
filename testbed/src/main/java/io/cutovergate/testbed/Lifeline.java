package io.cutovergate.testbed;

import java.io.IOException;

/** Ties a process to whoever holds the pipe to its standard input. */
public final class Lifeline {
    private Lifeline() {}

    /** Ends this process, without further ado, when standard input ends. */
    public static void endWithStandardInput() {
        whenStandardInputEnds(() -> Runtime.getRuntime().halt(0));
    }

    /** Does something when standard input ends. */
    public static void whenStandardInputEnds(Runnable last) {
        Thread thread = new Thread(
                () -> {
                    try {
                        System.in.transferTo(java.io.OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        System.err.println("standard input: " + e);
                    }
                    last.run();
                },
                "lifeline");
        // It is what keeps the process alive: the servers' threads may all be daemons, or be stopped by a fault.
        thread.setDaemon(false);
        thread.start();
    }
}

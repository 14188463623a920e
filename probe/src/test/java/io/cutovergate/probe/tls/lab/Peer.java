package io.cutovergate.probe.tls.lab;

import java.io.IOException;
import java.util.Set;

/** Another tool that looks at the same hosts. */
interface Peer {

    /** Everything it has to complain of one port of a host; nothing where it is content. */
    Set<String> complaints(String host, int port) throws IOException, InterruptedException;
}

package io.cutovergate.probe.tls.wire;

/** What came back for a ClientHello. */
public sealed interface Answer {

    /** It is accepted. */
    record Accepted(Flight flight) implements Answer {
        @Override
        public String toString() {
            return "accepted: " + flight.version() + ", " + flight.suite();
        }
    }

    /** It is refused in the words of TLS, or by closing the connection. */
    record Refused(String why) implements Answer {
        @Override
        public String toString() {
            return "refused: " + why;
        }
    }

    /** Something else than TLS is spoken here. */
    record Foreign(String what) implements Answer {
        @Override
        public String toString() {
            return "no TLS: " + what;
        }
    }

    /** The connection stands, but nothing comes. */
    record Silent(String why) implements Answer {
        @Override
        public String toString() {
            return "silence: " + why;
        }
    }

    /** There is no connection: nothing is known. */
    record Unreachable(String why) implements Answer {
        @Override
        public String toString() {
            return "unreachable: " + why;
        }
    }
}

package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Service;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/** A service, for claims that one section of it asks for. */
public record ServiceAt(String name, Vantage vantage, Host host, Service rules) implements Subject {

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Those that have the section; where none has it nothing is asked. */
    abstract static class Having implements SubjectSource<ServiceAt> {

        private final String key;
        private final Predicate<Service> has;

        Having(String key, Predicate<Service> has) {
            this.key = key;
            this.has = has;
        }

        @Override
        public List<ServiceAt> subjects(Migration migration, Vantage vantage) {
            return migration.application().services().entrySet().stream()
                    .filter(entry -> has.test(entry.getValue()))
                    .map(entry -> new ServiceAt(
                            entry.getKey(),
                            vantage,
                            migration.host(entry.getValue().host(), vantage.side()),
                            entry.getValue()))
                    .toList();
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return migration.application().services().values().stream().anyMatch(has);
        }

        @Override
        public String configuredBy() {
            return "services.*." + key;
        }
    }

    /** Those that declare which origins may ask. */
    public static final class WithCors extends Having {
        public WithCors() {
            super("cors", service -> service.cors() != null);
        }
    }

    /** Those that do not let every origin ask. */
    public static final class WithClosedCors extends Having {
        public WithClosedCors() {
            super(
                    "cors.origins",
                    service -> service.cors() != null && !service.cors().isOpen());
        }
    }

    /** Those that declare the form of their errors. */
    public static final class WithErrorForm extends Having {
        public WithErrorForm() {
            super("errors", service -> service.errors() != null);
        }
    }

    /** Those that declare how large a body they take, while no user is served by them. */
    public static final class WithBodyLimit extends Having {
        public WithBodyLimit() {
            super("max-body", service -> service.maxBody() != null);
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return super.asked(gate, migration)
                    && EnumSet.of(Gate.DEV, Gate.STAGING, Gate.PRE_CUTOVER).contains(gate);
        }
    }

    /** Those that open a WebSocket. */
    public static final class WithWebSocket extends Having {
        public WithWebSocket() {
            super("websocket", service -> service.websocket() != null);
        }
    }

    /** Those that speak HTTP/2. */
    public static final class WithHttp2 extends Having {
        public WithHttp2() {
            super("http2", Service::http2);
        }
    }

    /** Those that declare their security headers. */
    public static final class WithSecurityHeaders extends Having {
        public WithSecurityHeaders() {
            super("security-headers", service -> service.securityHeaders() != null);
        }
    }
}

package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.config.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A request of the application file, with the answer it must get. */
public record ConfiguredRequest(String name, Vantage vantage, String service, Host host, Request request)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Of its name, which is enough to tell requests apart: all that a request may say is much to read each time it is a key. */
    @Override
    public int hashCode() {
        return Objects.hash(name, vantage);
    }

    /** Reads them from {@code services.*.requests}. */
    public static final class Source implements SubjectSource<ConfiguredRequest> {

        @Override
        public List<ConfiguredRequest> subjects(Migration migration, Vantage vantage) {
            return migration.application().services().entrySet().stream()
                    .flatMap(entry -> of(entry.getKey(), entry.getValue(), migration, vantage).stream())
                    .toList();
        }

        /** In the order of the file; what is asked again after something else has a number besides. */
        private static List<ConfiguredRequest> of(String name, Service service, Migration migration, Vantage vantage) {
            Host host = migration.host(service.host(), vantage.side());
            Map<String, Integer> seen = new HashMap<>();
            List<ConfiguredRequest> requests = new ArrayList<>();
            for (Request request : service.requests()) {
                String plain = name(name, request);
                int times = seen.merge(plain, 1, Integer::sum);
                String numbered = times == 1 ? plain : plain + " (" + times + ")";
                requests.add(new ConfiguredRequest(numbered, vantage, name, host, request));
            }
            return requests;
        }

        private static String name(String service, Request request) {
            return service + " " + request.method() + " " + request.path()
                    + (request.as() == null ? "" : " as " + request.as());
        }

        @Override
        public String configuredBy() {
            return "services.*.requests";
        }
    }
}

package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Bound;
import io.cutovergate.harness.yaml.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Looks up what requests use of each other; only those of a service may. */
record RequestReferences(Bound<ApplicationFile> file, Problems problems) {

    void check() {
        ApplicationFile application = file.value();
        application.services().forEach((name, service) -> {
            chain("services." + name + ".requests", service.requests());
            alone("services." + name + ".writes", service.writes());
        });
        application
                .scenarios()
                .forEach((name, scenario) -> alone("scenarios." + name + ".requests", scenario.requests()));
        if (application.monitoring() != null) {
            alone("monitoring.request", application.monitoring().request());
        }
        if (application.jobs() != null && application.jobs().probe() != null) {
            alone("jobs.probe.enqueue", application.jobs().probe().enqueue());
        }
        if (application.jobs() != null && application.jobs().failing() != null) {
            alone("jobs.failing.enqueue", application.jobs().failing().enqueue());
        }
        if (application.auth() != null) {
            application.auth().accounts().forEach((name, account) -> {
                alone("auth.accounts." + name + ".may", account.may());
                alone("auth.accounts." + name + ".sign-in", account.signIn());
            });
        }
    }

    /** What a path uses has been captured before; what is compared with the source stands alone. */
    private void chain(String key, List<Request> requests) {
        Set<String> captured = new TreeSet<>();
        for (int i = 0; i < requests.size(); i++) {
            Request request = requests.get(i);
            Set<String> unknown = request.placeholdersInPath();
            unknown.removeAll(captured);
            if (!unknown.isEmpty()) {
                problems.at(
                        file,
                        key + "[" + i + "]." + request.method().toLowerCase(Locale.ROOT),
                        "no request before this one captures " + String.join(", ", unknown) + "; captured is "
                                + (captured.isEmpty() ? "nothing" : String.join(", ", captured)));
            }
            Set<String> used = request.placeholders();
            used.retainAll(captured);
            if (request.parity() && !used.isEmpty()) {
                problems.at(
                        file,
                        key + "[" + i + "].parity",
                        "parity compares requests that stand alone; this one uses " + String.join(", ", used));
            }
            captured.addAll(request.capture().keySet());
        }
    }

    private void alone(String key, List<Request> requests) {
        for (int i = 0; i < requests.size(); i++) {
            alone(key + "[" + i + "]", requests.get(i));
        }
    }

    private void alone(String key, @Nullable Request request) {
        if (request != null) {
            request.keysOfServices()
                    .forEach(extra -> problems.at(file, key + "." + extra, "only services.*.requests have " + extra));
        }
    }
}

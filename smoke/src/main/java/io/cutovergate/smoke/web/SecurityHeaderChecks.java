package io.cutovergate.smoke.web;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.SecurityHeaders;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachGuardedService;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.smoke.request.HeaderRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Headers that keep a browser from harm. */
@ApiResponds
@EachGuardedService
record SecurityHeaderChecks(ServiceAt service, HttpProbe http, Evidence evidence) {

    /** OWASP Secure Headers Project, "Prevent information disclosure via HTTP headers". */
    private static final List<String> TELLING =
            List.of("Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version");

    private static final String SNIFFING = "X-Content-Type-Options";
    private static final Pattern VERSION = Pattern.compile("(^|[/ v])\\d+\\.\\d+|/\\d");
    private static final Pattern ANCESTORS = Pattern.compile("(?i)(^|;)\\s*frame-ancestors\\s+([^;]+)");

    @Check(
            "answers forbid sniffing and, as pages, foreign frames, tell no version, and have the headers besides that are declared")
    void sendsSecurityHeaders() {
        List<String> paths =
                rules().paths().isEmpty() ? List.of(service.rules().health().anyPath()) : rules().paths();
        evidence.forEach(paths, path -> {
            HttpRequest request = HttpRequest.get(service.host(), path);
            HttpAnswer answer = http.ask(request);
            List<Runnable> all = new ArrayList<>();
            expected()
                    .forEach((name, rule) -> all.add(() -> HeaderRules.hold(
                            name,
                            rule,
                            answer,
                            request + ": " + answer,
                            service,
                            evidence,
                            source(name) + key() + ".expect")));
            all.add(() -> unframed(request, answer));
            all.add(() -> discreet(request, answer));
            evidence.forEach(all, Runnable::run);
        });
    }

    private static String source(String header) {
        return header.equalsIgnoreCase(SNIFFING) ? "WHATWG Fetch, \"X-Content-Type-Options header\"; " : "";
    }

    private Map<String, String> expected() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put(SNIFFING, "nosniff");
        all.putAll(rules().expect());
        return all;
    }

    private void unframed(HttpRequest request, HttpAnswer answer) {
        boolean isPage = answer.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
        if (!isPage || rules().framed()) {
            return;
        }
        String policy = answer.header("Content-Security-Policy").orElse("absent");
        String options = answer.header("X-Frame-Options").orElse("absent");
        evidence.measure("page that other sites may frame", service, !isUnframed(policy, options))
                .detail(request + ": Content-Security-Policy is " + policy + ", X-Frame-Options is " + options)
                .is(
                        false,
                        "Content Security Policy Level 3, \"frame-ancestors\"; RFC 7034, section 2.1; " + key()
                                + ".framed");
    }

    /** Where there is frame-ancestors, a browser looks at nothing else. */
    private static boolean isUnframed(String policy, String options) {
        return ANCESTORS
                .matcher(policy)
                .results()
                .findFirst()
                .map(found -> List.of(found.group(2).strip().split("\\s+")).stream()
                        .noneMatch(source -> source.equals("*") || source.matches("https?:")))
                .orElse(options.equalsIgnoreCase("DENY") || options.equalsIgnoreCase("SAMEORIGIN"));
    }

    private void discreet(HttpRequest request, HttpAnswer answer) {
        if (rules().versions()) {
            return;
        }
        List<String> told = TELLING.stream()
                .flatMap(name -> answer.headers().getOrDefault(name, List.of()).stream()
                        .filter(value -> VERSION.matcher(value).find())
                        .map(value -> name + ": " + value))
                .toList();
        evidence.measure("headers that tell a version", service, told.size())
                .detail(request + (told.isEmpty() ? "" : ": " + String.join(", ", told)))
                .is(0, "RFC 9110, section 10.2.4; " + key() + ".versions");
    }

    private SecurityHeaders rules() {
        return Objects.requireNonNull(service.rules().securityHeaders());
    }

    private String key() {
        return "services." + service.name() + ".security-headers";
    }
}

package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Bound;
import io.cutovergate.harness.yaml.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up every name that one part of the two files uses of another. */
final class References {

    private final Bound<EnvironmentFile> environmentFile;
    private final Bound<ApplicationFile> applicationFile;
    private final EnvironmentFile environment;
    private final ApplicationFile application;
    private final Problems problems;

    References(Bound<EnvironmentFile> environmentFile, Bound<ApplicationFile> applicationFile, Problems problems) {
        this.environmentFile = environmentFile;
        this.applicationFile = applicationFile;
        this.environment = environmentFile.value();
        this.application = applicationFile.value();
        this.problems = problems;
    }

    void check() {
        hosts();
        application.services().forEach(this::service);
        databases("target", environment.target());
        backups("target", environment.target());
        if (environment.source() != null) {
            databases("source", environment.source());
            backups("source", environment.source());
        }
        environment
                .release()
                .keySet()
                .forEach(service -> known(
                        environmentFile,
                        "release." + service,
                        "service",
                        service,
                        application.services().keySet()));
        auth(application.auth());
        jobs(application.jobs());
        if (application.monitoring() != null) {
            service("monitoring.service", application.monitoring().service());
        }
        application.journeys().forEach((name, journey) -> {
            service("journeys." + name + ".service", journey.service());
            account("journeys." + name + ".as", journey.as());
        });
        application.scenarios().forEach((name, scenario) -> {
            service("scenarios." + name + ".service", scenario.service());
            requests("scenarios." + name + ".requests", scenario.requests());
            for (int i = 0; i < scenario.requests().size(); i++) {
                tokens(
                        "scenarios." + name + ".requests[" + i + "].as",
                        scenario.requests().get(i).as());
            }
        });
        new RequestReferences(applicationFile, problems).check();
        if (application.watch() != null) {
            watch(application.watch());
        }
    }

    private void watch(Watched watch) {
        watch.reads().forEach((name, reading) -> {
            service("watch.reads." + name + ".service", reading.service());
            account("watch.reads." + name + ".request.as", reading.request().as());
            tokens("watch.reads." + name + ".request.as", reading.request().as());
        });
        watch.writes().forEach((name, writing) -> {
            String key = "watch.writes." + name;
            service(key + ".service", writing.service());
            account(key + ".request.as", writing.request().as());
            tokens(key + ".request.as", writing.request().as());
            known(
                    applicationFile,
                    key + ".database",
                    "database",
                    writing.database(),
                    application.databases().keySet());
        });
    }

    private void hosts() {
        hosts("public.hosts", environment.publicNames().hosts());
        List<String> thirdParties = environment.publicNames().thirdParties();
        for (int i = 0; i < thirdParties.size(); i++) {
            wellFormed("public.third-parties[" + i + "]", thirdParties.get(i));
        }
        hosts("target.hosts", environment.target().hosts());
        if (environment.source() != null) {
            hosts("source.hosts", environment.source().hosts());
        }
    }

    private void hosts(String key, Map<String, String> hosts) {
        hosts.forEach((name, host) -> wellFormed(key + "." + name, host));
    }

    private void wellFormed(String key, String host) {
        try {
            Host.parse(host);
        } catch (IllegalArgumentException e) {
            problems.at(environmentFile, key, String.valueOf(e.getMessage()));
        }
    }

    private void service(String name, Service service) {
        String key = "services." + name;
        host(key + ".host", service.host());
        if (service.health().host() != null) {
            host(key + ".health.host", service.health().host());
        }
        if (service.version() != null) {
            account(key + ".version.as", service.version().as());
        }
        account(key + ".openapi-as", service.openapiAs());
        if (service.maxBody() != null) {
            account(key + ".max-body.as", service.maxBody().as());
        }
        if (service.websocket() != null) {
            account(key + ".websocket.as", service.websocket().as());
        }
        if (service.cors() != null) {
            service.cors().origins().stream()
                    .filter(origin -> !origin.equals("*") && !origin.contains("://"))
                    .forEach(origin -> host(key + ".cors.origins", origin));
        }
        requests(key + ".requests", service.requests());
        requests(key + ".writes", service.writes());
    }

    private void requests(String key, List<Request> requests) {
        for (int i = 0; i < requests.size(); i++) {
            account(key + "[" + i + "].as", requests.get(i).as());
        }
    }

    private void databases(String side, SideConfig config) {
        for (String database : application.databases().keySet()) {
            if (!config.databases().containsKey(database)) {
                problems.at(
                        environmentFile,
                        side + ".databases",
                        "database " + database + " of " + applicationFile.file() + " is not here");
            }
        }
    }

    private void backups(String side, SideConfig config) {
        config.backups()
                .keySet()
                .forEach(database -> known(
                        environmentFile,
                        side + ".backups." + database,
                        "database",
                        database,
                        application.databases().keySet()));
    }

    private void auth(@Nullable Auth auth) {
        if (auth == null) {
            return;
        }
        host("auth.oidc.host", auth.oidc().host());
        redirect(auth);
        if (auth.backChannelLogout() != null) {
            backChannel(auth, auth.backChannelLogout().account());
        }
        if (auth.refusals() != null) {
            service("auth.refusals.service", auth.refusals().service());
            account("auth.refusals.without", auth.refusals().without());
        }
        auth.accounts().forEach((name, account) -> {
            if (account.signIn() != null) {
                signIn("auth.accounts." + name + ".sign-in.as", account.signIn().as(), auth.accounts());
            }
            if (account.service() != null) {
                service("auth.accounts." + name + ".service", account.service());
            } else if ((account.may() != null || account.logsInAtService()) && auth.refusals() == null) {
                problems.at(
                        applicationFile,
                        "auth.accounts." + name,
                        "service is needed where auth has no refusals: the request may goes to it");
            }
        });
    }

    private void redirect(Auth auth) {
        String redirect = auth.oidc().redirect();
        boolean isNeeded = auth.backChannelLogout() != null
                || auth.accounts().values().stream().anyMatch(account -> account.kind() == SyntheticAccount.Kind.CODE);
        if (redirect == null && isNeeded) {
            problems.at(
                    applicationFile,
                    "auth.oidc",
                    "redirect is needed by accounts of kind code and back-channel-logout");
        } else if (redirect != null && !redirect.contains("://")) {
            host("auth.oidc.redirect", redirect.split("/", 2)[0]);
        }
    }

    private void backChannel(Auth auth, String name) {
        String key = "auth.back-channel-logout.account";
        account(key, name);
        SyntheticAccount account = auth.accounts().get(name);
        if (account != null && (account.form() == null || account.may() == null)) {
            problems.at(applicationFile, key, name + " must be an account of kind form that says what it may ask");
        }
    }

    /** A session is signed in by an account that is none itself. */
    private void signIn(String key, @Nullable String by, Map<String, SyntheticAccount> accounts) {
        account(key, by);
        SyntheticAccount account = by == null ? null : accounts.get(by);
        if (account != null && account.keepsSession()) {
            problems.at(applicationFile, key, by + " is an account of kind " + account.kind() + " itself");
        }
    }

    private void jobs(@Nullable Jobs jobs) {
        if (jobs == null) {
            return;
        }
        boolean isInDatabase = !jobs.queue().isInRedis()
                || (jobs.probe() != null && jobs.probe().effect() != null)
                || jobs.failing() != null
                || !jobs.scheduled().isEmpty();
        if (isInDatabase) {
            known(
                    applicationFile,
                    "jobs.database",
                    "database",
                    jobs.database(),
                    application.databases().keySet());
        }
        if (jobs.cache() != null) {
            cache("target", environment.target(), jobs.cache());
        }
        if (jobs.failing() != null) {
            service("jobs.failing.service", jobs.failing().service());
            account("jobs.failing.enqueue.as", jobs.failing().enqueue().as());
        }
        if (jobs.probe() != null) {
            service("jobs.probe.service", jobs.probe().service());
            account("jobs.probe.enqueue.as", jobs.probe().enqueue().as());
        }
    }

    private void cache(String side, SideConfig config, String cache) {
        if (!config.caches().containsKey(cache)) {
            problems.at(
                    environmentFile,
                    side + ".caches",
                    "cache " + cache + " of " + applicationFile.file() + " (jobs.cache) is not here");
        }
    }

    private void host(String key, String shortName) {
        Set<String> hosts = environment.publicNames().hosts().keySet();
        known(applicationFile, key, "host under public.hosts of " + environmentFile.file(), shortName, hosts);
    }

    private void service(String key, String name) {
        known(applicationFile, key, "service", name, application.services().keySet());
    }

    private void account(String key, @Nullable String name) {
        if (name != null) {
            Set<String> accounts = application.auth() == null
                    ? Set.of()
                    : application.auth().accounts().keySet();
            known(applicationFile, key, "account under auth.accounts", name, accounts);
        }
    }

    /** What asks many times shows headers only. */
    private void tokens(String key, @Nullable String name) {
        SyntheticAccount account = name == null || application.auth() == null
                ? null
                : application.auth().accounts().get(name);
        if (account != null && account.certificate() != null) {
            problems.at(applicationFile, key, name + " is an account of kind certificate; load and watch show none");
        }
    }

    private void known(Bound<?> file, String key, String kind, String name, Collection<String> names) {
        if (!names.contains(name)) {
            problems.at(file, key, "there is no " + kind + " called " + name + "; there is " + list(names));
        }
    }

    private static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}

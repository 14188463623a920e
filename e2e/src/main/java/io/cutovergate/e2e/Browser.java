package io.cutovergate.e2e;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.JourneyAt;
import io.cutovergate.harness.subject.PageAt;
import io.cutovergate.probe.dns.Places;
import org.jspecify.annotations.Nullable;

/**
 * A real browser that stands at the check's vantage. It trusts the authorities of its own and {@code public.tls.ca}, and
 * reaches the public hosts only.
 */
@Provided(by = Browser.FromScope.class)
public final class Browser {

    private final CheckScope scope;

    private Browser(CheckScope scope) {
        this.scope = scope;
    }

    /** What the page showed: it is loaded once in a run, for all its claims. */
    PageLoad load(PageAt page) {
        return scope.shared(PageLoad.class, page.id(), () -> {
            String where = places().of(page.host(), page.vantage()).where();
            return browsers().use(tab -> PageLoad.in(tab, page, where));
        });
    }

    /** How far a user came on the journey. */
    JourneyWalk walk(JourneyAt journey) {
        String where = places().of(journey.host(), journey.vantage()).where();
        return browsers().use(tab -> new JourneyWalker(tab, journey, account(journey), where).walk());
    }

    private @Nullable SyntheticAccount account(JourneyAt journey) {
        String name = journey.journey().as();
        return name == null ? null : scope.migration().account(name);
    }

    private Browsers browsers() {
        Migration migration = scope.migration();
        return scope.shared(
                Browsers.class,
                scope.vantage(),
                () -> new Browsers(() -> BrowserProcess.start(
                        Chromium.find(System.getenv("PATH")),
                        HostRules.of(migration, scope.vantage(), places()),
                        migration.environment().publicNames().tls().ca())));
    }

    private Places places() {
        return new Places.FromScope().provide(scope);
    }

    /** Starts no browser yet: a check does when it first looks at something. */
    public static final class FromScope implements Provider<Browser> {
        @Override
        public Browser provide(CheckScope scope) {
            return new Browser(scope);
        }
    }
}

package io.cutovergate.probe.login;

import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The way of a visitor who fills in login forms until none is left.
 *
 * @param goes which addresses a redirect is followed to
 */
record LoginWalk(Visit visit, SyntheticAccount account, Predicate<String> goes) {

    private static final int PAGES = 4;

    /** What is sent with a form that asks for a password. */
    interface Filling {
        Map<String, String> of(LoginForm form, Map<String, String> filled);
    }

    /**
     * Where it ends.
     *
     * @param sent whether a password was sent
     * @param returned whether the form came back afterwards
     */
    record End(Visit.Landing landing, boolean sent, boolean returned) {

        /** What was asked and answered at last, without a query, which may hold a code. */
        @Override
        public String toString() {
            String path = Arrays.stream(landing.request().url().split("\\?", 2))
                    .limit(1)
                    .collect(Collectors.joining());
            return landing.request().method() + " " + path + ": " + landing.answer();
        }
    }

    End from(HttpRequest start) {
        return from(start, (form, filled) -> filled);
    }

    End from(HttpRequest start, Filling filling) {
        Reached reached = reach(start);
        if (reached.form() == null) {
            return new End(reached.landing(), false, false);
        }
        LoginForm form = reached.form();
        Visit.Landing landing = visit.follow(form.form().sent(filling.of(form, form.filled(account))), goes);
        boolean returned = landing.left() == null
                && LoginForm.on(landing.request(), landing.answer(), account.form())
                        .filter(LoginForm::asksForPassword)
                        .isPresent();
        return new End(landing, true, returned);
    }

    /** The form that asks for the password, not sent yet; empty where the way leads to none. */
    Optional<LoginForm> upTo(HttpRequest start) {
        return Optional.ofNullable(reach(start).form());
    }

    private record Reached(Visit.Landing landing, @Nullable LoginForm form) {}

    /** Fills in what is asked for before the password. */
    private Reached reach(HttpRequest start) {
        Visit.Landing landing = visit.follow(start, goes);
        for (int pages = 0; pages < PAGES && landing.left() == null; pages++) {
            Optional<LoginForm> form = LoginForm.on(landing.request(), landing.answer(), account.form());
            if (form.isEmpty() || form.get().asksForPassword()) {
                return new Reached(landing, form.orElse(null));
            }
            landing = visit.follow(form.get().form().sent(form.get().filled(account)), goes);
        }
        return new Reached(landing, null);
    }
}

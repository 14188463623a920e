package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Route;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.config.SyntheticAccount;
import java.util.List;
import java.util.Objects;

/** A synthetic account and a request that it may make. */
public record AccountAt(String name, Vantage vantage, String service, Host host, SyntheticAccount account, Request may)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Those that log in by the code flow. */
    public static final class ByCode extends Source {

        @Override
        public List<AccountAt> subjects(Migration migration, Vantage vantage) {
            return super.subjects(migration, vantage).stream()
                    .filter(account -> account.account().kind() == SyntheticAccount.Kind.CODE)
                    .toList();
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            Auth auth = migration.application().auth();
            return auth != null
                    && auth.accounts().values().stream()
                            .anyMatch(account -> account.kind() == SyntheticAccount.Kind.CODE);
        }

        @Override
        public String configuredBy() {
            return "auth.accounts.*.may of an account of kind code";
        }
    }

    /** Those that log in by a form of the application's own. */
    public static final class ByForm extends Source {

        @Override
        public List<AccountAt> subjects(Migration migration, Vantage vantage) {
            return super.subjects(migration, vantage).stream()
                    .filter(account -> isExamined(account.account()))
                    .toList();
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            Auth auth = migration.application().auth();
            return auth != null && auth.accounts().values().stream().anyMatch(ByForm::isExamined);
        }

        private static boolean isExamined(SyntheticAccount account) {
            return account.form() != null && account.form().refusedWithoutToken();
        }

        @Override
        public String configuredBy() {
            return "auth.accounts.*.may of an account of kind form";
        }
    }

    /** The one whose session a logout at the provider must end. The provider tells the public name: another entry hears nothing. */
    public static final class ByBackChannel extends Source {

        @Override
        public List<AccountAt> subjects(Migration migration, Vantage vantage) {
            Auth auth = migration.application().auth();
            return super.subjects(migration, vantage).stream()
                    .filter(account -> auth != null
                            && auth.backChannelLogout() != null
                            && account.name().equals(auth.backChannelLogout().account()))
                    .toList();
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            Auth auth = migration.application().auth();
            return auth != null && auth.backChannelLogout() != null;
        }

        @Override
        public boolean asked(Gate gate, Migration migration, Vantage vantage) {
            return asked(gate, migration) && vantage.route() == Route.PUBLIC_NAME;
        }

        @Override
        public String configuredBy() {
            return "auth.back-channel-logout";
        }
    }

    /** Reads them from {@code auth.accounts.*.may}. */
    public static class Source implements SubjectSource<AccountAt> {

        @Override
        public List<AccountAt> subjects(Migration migration, Vantage vantage) {
            Auth auth = migration.application().auth();
            if (auth == null) {
                return List.of();
            }
            return auth.accounts().entrySet().stream()
                    .filter(entry -> entry.getValue().may() != null)
                    .map(entry -> {
                        String service = migration.serviceOf(entry.getValue());
                        return new AccountAt(
                                entry.getKey(),
                                vantage,
                                service,
                                migration.host(migration.service(service).host(), vantage.side()),
                                entry.getValue(),
                                Objects.requireNonNull(entry.getValue().may()));
                    })
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "auth.accounts.*.may";
        }
    }
}

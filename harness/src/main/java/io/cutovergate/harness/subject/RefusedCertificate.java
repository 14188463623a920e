package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import java.util.Arrays;
import java.util.List;

/** What must be refused in place of an account's client certificate. */
public record RefusedCertificate(String name, Vantage vantage, String service, Kind kind, AccountAt account)
        implements Subject {

    /** What is wrong with it. */
    public enum Kind {
        MISSING("no certificate", "whoever shows no certificate gets in"),
        STRANGE("certificate of another authority", "a certificate gets in that anybody can make");

        private final String title;
        private final String sentence;

        Kind(String title, String sentence) {
            this.title = title;
            this.sentence = sentence;
        }

        /** What has happened where it is let in. */
        public String sentence() {
            return sentence;
        }
    }

    @Override
    public String toString() {
        return id();
    }

    /** Each kind for each account of kind certificate. */
    public static final class Source implements SubjectSource<RefusedCertificate> {

        @Override
        public List<RefusedCertificate> subjects(Migration migration, Vantage vantage) {
            return new AccountAt.Source()
                    .subjects(migration, vantage).stream()
                            .filter(account -> account.account().certificate() != null)
                            .flatMap(account -> Arrays.stream(Kind.values())
                                    .map(kind -> new RefusedCertificate(
                                            kind.title + " (" + account.name() + ")",
                                            vantage,
                                            account.service(),
                                            kind,
                                            account)))
                            .toList();
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            Auth auth = migration.application().auth();
            return auth != null
                    && auth.accounts().values().stream()
                            .anyMatch(account -> account.kind() == SyntheticAccount.Kind.CERTIFICATE);
        }

        @Override
        public String configuredBy() {
            return "auth.accounts.*.may of an account of kind certificate";
        }
    }
}

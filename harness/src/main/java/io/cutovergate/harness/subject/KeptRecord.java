package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.config.UnchangedRecord;
import java.util.List;

/** Records that the move must leave as they are; called by type and name: {@code MX shop.example}. */
public record KeptRecord(String name, Vantage vantage, UnchangedRecord record, PublicNames.Dns rules)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code public.dns.unchanged}. */
    public static final class Source implements SubjectSource<KeptRecord> {

        @Override
        public List<KeptRecord> subjects(Migration migration, Vantage vantage) {
            PublicNames.Dns dns = migration.environment().publicNames().dns();
            return dns.unchanged().stream()
                    .map(record -> new KeptRecord(called(record), vantage, record, dns))
                    .toList();
        }

        private static String called(UnchangedRecord record) {
            String beginning = record.beginning() == null ? "" : " (" + record.beginning() + ")";
            return record.type() + " " + record.name() + beginning;
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return !migration.environment().publicNames().dns().unchanged().isEmpty();
        }

        @Override
        public String configuredBy() {
            return "public.dns.unchanged";
        }
    }
}

package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One environment: which application is judged where, by which limits. */
@Section("One environment: which application is judged where, and by which limits.")
public record EnvironmentFile(
        @Key("Version of this file's form; 1.") int format,

        @Key(value = "The application file.", example = "shop.yaml")
        Path application,

        @Key(value = "Name of the environment; verdicts and sign-offs are bound to it.", example = "staging")
        String environment,

        @Key(
                value =
                        "Digest, commit or version of every service that is judged; sign-offs and verdicts are bound to it.",
                example = "{ backend: \"sha256:…\" }")
        Map<String, String> release,

        @Key(value = "What users see, whichever side serves it.", name = "public")
        PublicNames publicNames,

        @Key("The deployment that is left. Every gate but dev needs it.") @Nullable
        SideConfig source,

        @Key("The deployment that is moved to.") SideConfig target,
        @Key(value = "Limits, by item.", byDefault = "{}") Limits limits,

        @Key(value = "How much load is put on the target, and how it is disturbed meanwhile.", byDefault = "{}")
        LoadRules load,

        @Key(value = "How the data of both sides is compared.", byDefault = "{}")
        Integrity integrity,

        @Key(value = "How the target's databases follow the source's until the cutover.", byDefault = "{}")
        ReplicationRules replication,

        @Key(value = "How closely the system is watched while it moves.", byDefault = "{}")
        WatchRules watch,

        @Key("The cutover: window, budget of downtime and steps.") @Nullable
        Cutover cutover,

        @Key("The way back.") @Nullable RollbackPlan rollback,

        @Key(value = "Verdicts of earlier gates, by gate.", example = "{ staging: verdicts/staging/verdict.json }")
        Map<String, Path> previous,

        @Key(value = "The file of sign-offs.", example = "signoffs/production.yaml") @Nullable
        Path signOffs,

        @Key(value = "The file of waivers.", example = "waivers/production.yaml") @Nullable
        Path waivers,

        @Key(
                value = "Items (or single claims, as item/claim) that this system does not have.",
                example = "{ cost-within-budget: { why: \"billed elsewhere\", owner: kim, until: 2027-03-31 } }")
        Map<String, Exemption> notApplicable,

        @Key(value = "How many checks of the smoke suite ask at once.", byDefault = "8")
        int atOnce,

        @Key(value = "Deadlines of the run itself.", byDefault = "{}")
        Deadlines deadlines) {

    public EnvironmentFile {
        if (format != 1) {
            throw new IllegalArgumentException("format is " + format + "; this version reads format 1");
        }
        if (atOnce < 1) {
            throw new IllegalArgumentException("at-once is " + atOnce + "; at least 1 check has to ask");
        }
    }
}

package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.util.List;

/** How the newest backup of a database is found and, for a trial, restored. */
@Section(
        "Backups of a database. Commands are argument vectors, run in the folder of this file; examples/backup holds scripts for them.")
public record BackupRules(
        @Key(
                value = "Command that prints the newest backup, in one line; nothing where there is none.",
                example = "[backup/newest.sh, /backups]")
        List<String> newest,

        @Key(
                value =
                        "Command that prints what was recorded when the backup was made (docs/integrity.md tells the form); {backup} is what `newest` printed.",
                example = "[cat, \"{backup}.manifest\"]")
        List<String> manifest,

        @Key(
                value =
                        "Command that restores {backup} into the empty database {database}, a postgresql:// address; PGPASSWORD holds the password.",
                example = "[backup/restore.sh, \"{backup}\", \"{database}\"]")
        List<String> restore,

        @Key(
                value =
                        "A database of the server on which the trial's own database is created, and dropped afterwards; the role may create databases.",
                example =
                        "{ url: \"postgresql://scratch@scratch-db.example/postgres\", password: \"${env:SCRATCH_PASSWORD}\" }")
        SideConfig.Database scratch,

        @Key(value = "Time for each command, and for one statement of the comparison.", byDefault = "15m")
        Duration within) {}

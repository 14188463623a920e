package io.cutovergate.smoke.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangelogsTest {

    @TempDir
    Path folder;

    @Test
    void readsXmlAndFormattedSql() throws IOException {
        Files.writeString(folder.resolve("a.xml"), """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <changeSet id="1" author="ada"><sql>select 1</sql></changeSet>
                  <changeSet id="2" author="ada" dbms="oracle,mssql"/>
                  <changeSet id="3" author="ada" dbms="!oracle" logicalFilePath="db/old.xml"/>
                </databaseChangeLog>
                """);
        Files.writeString(folder.resolve("b.sql"), """
                --liquibase formatted sql
                --changeset kim:add-index splitStatements:false
                create index i on t (c);
                -- changeset kim:other dbms:mysql
                """);
        assertThat(Changelogs.in(folder))
                .extracting(Change::id)
                .containsExactly("1 by ada in a.xml", "3 by ada in old.xml", "add-index by kim in b.sql");
    }

    @Test
    void followsWhatARootChangelogIncludesAndNothingElse() throws IOException {
        Path changelogs = Files.createDirectories(folder.resolve("META-INF/more"));
        Files.writeString(
                folder.resolve("META-INF/root.xml"),
                "<databaseChangeLog><include file='META-INF/one.xml'/><includeAll path='more'/></databaseChangeLog>");
        Files.writeString(
                folder.resolve("META-INF/one.xml"),
                "<databaseChangeLog><changeSet id='1' author='ada'/></databaseChangeLog>");
        Files.writeString(
                folder.resolve("META-INF/db2.xml"),
                "<databaseChangeLog><changeSet id='2' author='ada'/></databaseChangeLog>");
        Files.writeString(changelogs.resolve("three.sql"), "-- changeset ada:3\n");
        assertThat(Changelogs.in(folder.resolve("META-INF/root.xml")))
                .extracting(Change::id)
                .containsExactly("1 by ada in one.xml", "3 by ada in three.sql");
    }

    @Test
    void saysWhichIncludeIsNowhere() throws IOException {
        Path root = Files.writeString(
                folder.resolve("root.xml"), "<databaseChangeLog><include file='lost.xml'/></databaseChangeLog>");
        assertThatThrownBy(() -> Changelogs.in(root))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("root.xml includes lost.xml, which is nowhere");
    }

    @Test
    void recognisesTheSameChangeSetByFileNameWhateverThePath() {
        assertThat(Liquibase.changeSet("1", "ada", "classpath:db/changelog/a.xml"))
                .isEqualTo(Liquibase.changeSet("1", "ada", "a.xml"));
    }

    @Test
    void refusesAFormThatItCannotRead() throws IOException {
        Files.writeString(folder.resolve("c.yaml"), "databaseChangeLog: []");
        assertThatThrownBy(() -> Changelogs.in(folder))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("c.yaml is a changelog in a form that is not read yet");
    }
}

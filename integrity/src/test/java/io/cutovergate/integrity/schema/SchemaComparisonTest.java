package io.cutovergate.integrity.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import io.cutovergate.integrity.sql.Snapshots;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes of a schema, each told in one sentence; and changes that mean nothing, none told. */
@ExtendWith(ServersExtension.class)
class SchemaComparisonTest {

    private static final String[] SCHEMA = {
        "create extension hstore",
        "create schema billing",
        "create type mood as enum ('sad', 'ok')",
        "create domain score as int check (value > 0)",
        "create type pair as (a int, b int)",
        "create function twice(a int) returns int language sql as 'select a * 2'",
        "create function noop() returns trigger language plpgsql as 'begin return new; end'",
        "create sequence numbers",
        "create table users (id serial primary key, email text not null, age int default 7, name text collate \"C\","
                + " code varchar(9), twice int generated always as (age * 2) stored, mood mood)",
        "create table orders (id int primary key, user_id int references users, total int check (total > 0), unique (total))",
        "create index orders_user_idx on orders (user_id)",
        "create table billing.invoices (id int generated always as identity primary key)",
        "create table parted (a int) partition by range (a)",
        "create table parted_1 partition of parted for values from (0) to (10)",
        "create table gone (id int primary key, a int check (a > 0))",
        "create view paid as select * from orders where total > 0",
        "create materialized view sums as select sum(total) as sum from orders",
        "create trigger touched before update on users for each row execute function noop()",
        "create rule nothing as on delete to orders do instead nothing",
        "alter table users enable row level security",
        "create policy mine on users using (id = 1)",
        "create collation blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
        "create statistics together on user_id, total from orders",
        "create function same(mood, mood) returns bool language sql as 'select $1::text = $2::text'",
        "create operator === (leftarg = mood, rightarg = mood, function = same)",
        "create operator class backwards for type int using btree as operator 1 >, function 1 btint4cmp(int, int)",
        "create cast (score as pair) with inout",
        "create text search configuration plain (copy = simple)",
        "create function ddl() returns event_trigger language plpgsql as 'begin end'",
        "create event trigger watched on ddl_command_end when tag in ('CREATE OPERATOR') execute function ddl()",
        "do 'begin if not exists (select from pg_roles where rolname = ''reading'') then create role reading; end if; end'",
        "grant select on orders, users to reading; grant update (age), insert (age) on users to reading",
        "alter default privileges in schema public grant select on tables to reading"
    };

    /** A change on the target, and what is said of it. */
    private record Change(String statement, String sentence) {}

    private static final List<Change> CHANGES = List.of(
            new Change("drop extension hstore", "extension hstore is missing on target"),
            new Change("create schema extra", "schema extra is missing on source"),
            new Change(
                    "alter type mood add value 'happy'",
                    "type public.mood: labels is ''sad', 'ok'' on source, ''sad', 'ok', 'happy'' on target"),
            new Change(
                    "alter domain score set not null",
                    "type public.score: nullability is 'nullable' on source, 'not null' on target"),
            new Change(
                    "alter type pair add attribute c int",
                    "type public.pair: attributes is 'a integer, b integer' on source,"
                            + " 'a integer, b integer, c integer' on target"),
            new Change("drop table gone", "table public.gone is missing on target"),
            new Change("create table more ()", "table public.more is missing on source"),
            new Change(
                    "alter table billing.invoices set unlogged",
                    "table billing.invoices: persistence is 'logged' on source, 'unlogged' on target"),
            new Change(
                    "alter table parted detach partition parted_1",
                    "table public.parted_1: parent is 'public.parted FOR VALUES FROM (0) TO (10)' on source, 'none' on target"),
            new Change(
                    "alter table users disable row level security",
                    "table public.users: row security is 'on' on source, 'off' on target"),
            new Change(
                    "alter table users alter email drop not null",
                    "column public.users.email: nullability is 'not null' on source, 'nullable' on target"),
            new Change(
                    "alter table users alter email set default ''",
                    "column public.users.email: default is 'none' on source, '''::text' on target"),
            new Change(
                    "alter table users alter name type text collate \"POSIX\"",
                    "column public.users.name: collation is '\"C\"' on source, '\"POSIX\"' on target"),
            new Change(
                    "alter table users alter code type varchar(10)",
                    "column public.users.code: type is 'character varying(9)' on source,"
                            + " 'character varying(10)' on target"),
            new Change(
                    "alter table users alter twice drop expression",
                    "column public.users.twice: generation is '(age * 2)' on source, 'none' on target"),
            new Change("alter table users add extra int", "column public.users.extra is missing on source"),
            new Change(
                    "alter table billing.invoices alter id set generated by default",
                    "column billing.invoices.id: identity is 'always' on source, 'by default' on target"),
            new Change(
                    "alter table orders drop constraint orders_total_key",
                    "constraint public.orders.orders_total_key is missing on target"),
            new Change(
                    "alter table orders drop constraint orders_user_id_fkey,"
                            + " add constraint orders_user_id_fkey foreign key (user_id) references users not valid",
                    "constraint public.orders.orders_user_id_fkey: validation is 'validated' on source,"
                            + " 'not validated' on target"),
            new Change("drop index orders_user_idx", "index public.orders_user_idx is missing on target"),
            new Change(
                    "alter sequence numbers increment 5",
                    "sequence public.numbers: increment is '1' on source, '5' on target"),
            new Change(
                    "alter sequence users_id_seq owned by none",
                    "sequence public.users_id_seq: owner is 'public.users.id' on source, 'none' on target"),
            new Change("drop view paid", "view public.paid is missing on target"),
            new Change("drop materialized view sums", "view public.sums is missing on target"),
            new Change(
                    "create or replace function twice(a int) returns int language sql as 'select a + a'",
                    "function public.twice(a integer): definition is 'CREATE OR REPLACE FUNCTION public.twice(a integer)\\n"
                            + " RETURNS integer\\n LANGUAGE sql\\nAS $function$select a * 2$function$\\n' on source,"
                            + " 'CREATE OR REPLACE FUNCTION public.twice(a integer)\\n"
                            + " RETURNS integer\\n LANGUAGE sql\\nAS $function$select a + a$function$\\n' on target"),
            new Change(
                    "alter table users disable trigger touched",
                    "trigger public.users.touched: state is 'enabled' on source, 'disabled' on target"),
            new Change("drop rule nothing on orders", "rule public.orders.nothing is missing on target"),
            new Change("drop policy mine on users", "policy public.users.mine is missing on target"),
            new Change("drop collation blind", "collation public.blind is missing on target"),
            new Change("drop statistics together", "statistics public.together is missing on target"),
            new Change(
                    "drop operator === (mood, mood)",
                    "operator public.===(public.mood, public.mood) is missing on target"),
            new Change(
                    "drop operator class backwards using btree",
                    "operator class public.backwards using btree is missing on target"),
            new Change("drop cast (score as pair)", "cast public.score as public.pair is missing on target"),
            new Change(
                    "alter text search configuration plain drop mapping for asciiword, asciihword, email, file, float, host,"
                            + " hword, hword_asciipart, hword_numpart, hword_part, int, numhword, numword, sfloat, uint, url,"
                            + " url_path, version",
                    "text search configuration public.plain: definition is 'asciihword simple, asciiword simple, email simple,"
                            + " file simple, float simple, host simple, hword simple, hword_asciipart…' on source,"
                            + " 'word simple' on target"),
            new Change(
                    "alter event trigger watched disable",
                    "event trigger watched: state is 'enabled' on source, 'disabled' on target"),
            new Change(
                    "revoke select on orders from reading",
                    "privileges on table public.orders of reading: privileges is 'SELECT' on source, 'none' on target"),
            new Change(
                    "revoke update (age) on users from reading",
                    "privileges on table public.users of reading: privileges on columns is 'age INSERT, age UPDATE' on source,"
                            + " 'age INSERT' on target"),
            new Change(
                    "revoke execute on function noop() from public",
                    "privileges on function public.noop() of reading: privileges is 'EXECUTE' on source, 'none' on target"),
            new Change(
                    "alter default privileges in schema public revoke select on tables from reading",
                    "privileges on new tables of postgres in schema public for reading is missing on target"));

    @Test
    void everyChangeIsToldInOneSentence(Servers servers) throws SQLException {
        Databases databases = servers.create(SCHEMA);
        for (Change change : CHANGES) {
            databases.target(change.statement());
        }

        assertThat(compare(databases).differences())
                .extracting(SchemaDifference::sentence)
                .containsExactlyInAnyOrderElementsOf(
                        CHANGES.stream().map(Change::sentence).toList());
    }

    @Test
    void anIndexThatIsBrokenIsTold(Servers servers) throws SQLException {
        Databases databases = servers.create("create table t (a int)", "create index t_a on t (a)");
        databases.target("update pg_index set indisvalid = false where indexrelid = 't_a'::regclass");

        assertThat(compare(databases).differences())
                .extracting(SchemaDifference::sentence)
                .containsExactly("index public.t_a: validity is 'valid' on source, 'invalid' on target");
    }

    @Test
    void whatMeansNothingIsNotTold(Servers servers) throws SQLException {
        Databases databases = servers.create(SCHEMA);
        databases.target(
                "alter table users drop column code, add column code varchar(9)",
                "create extension citext",
                "comment on table users is 'seen'",
                "alter table orders set (fillfactor = 50)",
                "alter database " + databases.name() + " set search_path = billing, public");

        databases.target(
                "alter table orders replica identity full, alter total set statistics 500",
                "alter table users owner to pg_database_owner",
                "create publication all_of_it for table users");
        databases.source("update pg_extension set extversion = '1.0' where extname = 'hstore'");

        SchemaResult result = compare(databases);

        assertThat(result.differences()).isEmpty();
        assertThat(result.harmless())
                .extracting(SchemaDifference::sentence)
                .containsExactly(
                        "extension citext is missing on source",
                        "extension hstore: version is '1.0' on source, '1.8' on target",
                        "owner of sequence public.users_id_seq: role is 'postgres' on source, 'pg_database_owner' on target",
                        "owner of table public.users: role is 'postgres' on source, 'pg_database_owner' on target",
                        "comment on table public.users is missing on source",
                        "storage of public.orders: parameters is 'none' on source, 'fillfactor=50' on target",
                        "storage of public.orders: replica identity is 'primary key' on source, 'full' on target",
                        "storage of public.orders: statistics targets is 'none' on source, 'total 500' on target",
                        "publication all_of_it is missing on source");
        assertThat(result.compared()).allSatisfy((kind, count) -> {
            if (kind != Kind.SUBSCRIPTION) {
                assertThat(count).as(kind.plural()).isPositive();
            }
        });
    }

    @Test
    void anExtensionThatIsOlderOnTheTargetIsTold(Servers servers) throws SQLException {
        Databases databases = servers.create("create extension hstore");
        databases.target("update pg_extension set extversion = '1.7' where extname = 'hstore'");

        assertThat(compare(databases).differences())
                .extracting(SchemaDifference::sentence)
                .containsExactly("extension hstore: version is '1.8' on source, '1.7' on target");
    }

    @Test
    void aRoleThatOwnsATableOnlyOnTheTargetMayDoMoreThere(Servers servers) throws SQLException {
        Databases databases = servers.create(
                "do 'begin if not exists (select from pg_roles where rolname = ''reading'') then create role reading; end if; end'",
                "create table t (a int); grant select on t to reading");
        databases.target("alter table t owner to reading");

        SchemaResult result = compare(databases);

        assertThat(result.differences()).isEmpty();
        assertThat(result.harmless())
                .extracting(SchemaDifference::sentence)
                .contains("privileges on table public.t of reading: privileges is 'SELECT' on source,"
                        + " 'DELETE, INSERT, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE' on target");
    }

    @Test
    void whatMajorVersionsPrintInAnotherWayIsNotTold(Servers servers) throws SQLException {
        Databases databases = servers.acrossVersions().create(SCHEMA);
        databases.both(
                "create view one as select id, email, (select max(total) from orders o where o.user_id = users.id) as most"
                        + " from users where age > 3 order by name",
                "create view two as select u.id, o.total from users u join orders o on o.user_id = u.id",
                "create view sets as select id from users union select id from orders",
                "create view grouped as select age, count(*) from users group by rollup (age) having count(*) > 1",
                "create view counted as select i from generate_series(1, 3) i",
                "create function body(x int) returns int begin atomic select id from users where id = x; end",
                "create rule kept as on update to orders do also insert into orders values (new.id + 1, old.user_id)");

        assertThat(compare(databases).differences()).isEmpty();

        databases.target(
                "create or replace view one as select id, email, (select max(total) from orders o where o.user_id = users.id)"
                        + " as most from users where age > 4 order by name",
                "create or replace view two as select o.id, o.total from users u join orders o on o.user_id = u.id");
        assertThat(compare(databases).differences())
                .extracting(SchemaDifference::object)
                .containsExactly("view public.one", "view public.two");
    }

    private static SchemaResult compare(Databases databases) {
        try (Snapshots snapshots = Snapshots.open(databases.sides())) {
            return SchemaComparison.run(
                    snapshots,
                    Databases.everything().schemasOf(snapshots),
                    List.of("reading", "postgres"),
                    Databases.everything());
        }
    }

    @Test
    void ofALongDefinitionThePlaceIsShown() {
        String same = "select ".repeat(40);

        assertThat(Excerpt.of(same + "a", same + "b")).isEqualTo("'…t select select select select a'");
    }
}

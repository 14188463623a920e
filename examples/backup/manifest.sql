-- Prints what a backup must restore, for psql in a transaction that sees the moment of the backup: format, time, how many objects of each
-- kind, and of each table the rows and the sum of the first 64 bits of the SHA-256 of each row's text.
set local timezone = 'UTC';
set local datestyle = 'ISO, YMD';
set local intervalstyle = 'postgres';
set local extra_float_digits = 3;
set local bytea_output = 'hex';
set local lc_monetary = 'C';
set local search_path = '';
-- A policy that hides rows becomes an error instead of a smaller table.
set local row_security = off;

select 'format', 1;
select 'taken', to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"');

with own as (
    select n.oid from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'),
brought as (
    select d.classid, d.objid from pg_depend d where d.deptype = 'e')
select 'objects', 'schemas', count(*) from own
union all select 'objects', 'tables', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind in ('r', 'p')
    and ('pg_class'::regclass, c.oid) not in (select classid, objid from brought)
union all select 'objects', 'views', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind in ('v', 'm')
    and ('pg_class'::regclass, c.oid) not in (select classid, objid from brought)
union all select 'objects', 'indexes', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind in ('i', 'I')
union all select 'objects', 'sequences', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind = 'S'
union all select 'objects', 'constraints', count(*) from pg_constraint o
    where o.connamespace in (select oid from own) and o.contype in ('p', 'u', 'f', 'c', 'x')
union all select 'objects', 'functions', count(*) from pg_proc p
    where p.pronamespace in (select oid from own)
    and ('pg_proc'::regclass, p.oid) not in (select classid, objid from brought)
union all select 'objects', 'triggers', count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace in (select oid from own) and not t.tgisinternal
union all select 'objects', 'extensions', count(*) from pg_extension
union all select 'objects', 'large objects', count(*) from pg_largeobject_metadata;

select format($$select 'table', %L, %L, count(*),
    coalesce(sum(('x' || left(encode(sha256(convert_to(gate_row::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint), 0)
    from only %I.%I gate_row$$, n.nspname, c.relname, n.nspname, c.relname)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d
                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by n.nspname, c.relname
\gexec

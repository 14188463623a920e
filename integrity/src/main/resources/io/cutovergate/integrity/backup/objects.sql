-- How many objects of each kind; neither the system's nor those of extensions. examples/backup/manifest.sql counts the same.
with own as (
    select n.oid from pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'),
brought as (
    select d.classid, d.objid from pg_depend d where d.deptype = 'e')
select 'schemas' as kind, count(*) as objects from own
union all select 'tables', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind in ('r', 'p')
    and ('pg_class'::regclass, c.oid) not in (select classid, objid from brought)
union all select 'views', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind in ('v', 'm')
    and ('pg_class'::regclass, c.oid) not in (select classid, objid from brought)
union all select 'indexes', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind in ('i', 'I')
union all select 'sequences', count(*) from pg_class c
    where c.relnamespace in (select oid from own) and c.relkind = 'S'
union all select 'constraints', count(*) from pg_constraint o
    where o.connamespace in (select oid from own) and o.contype in ('p', 'u', 'f', 'c', 'x')
union all select 'functions', count(*) from pg_proc p
    where p.pronamespace in (select oid from own)
    and ('pg_proc'::regclass, p.oid) not in (select classid, objid from brought)
union all select 'triggers', count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace in (select oid from own) and not t.tgisinternal
union all select 'extensions', count(*) from pg_extension
union all select 'large objects', count(*) from pg_largeobject_metadata

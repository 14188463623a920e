with wanted (schemas) as (select ?::text[]),
owned (class, oid, owner, namespace) as (
    select 'pg_class'::regclass, oid, relowner, relnamespace from pg_class
    where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relpersistence <> 't'
    union all
    select 'pg_proc'::regclass, oid, proowner, pronamespace from pg_proc
    union all
    select 'pg_type'::regclass, oid, typowner, typnamespace from pg_type where typtype in ('e', 'd', 'r')
    union all
    select 'pg_namespace'::regclass, oid, nspowner, oid from pg_namespace
)
select i.type || ' ' || i.identity as name, null as of_schema, null as of_table, r.rolname as role
from owned o
join pg_namespace n on n.oid = o.namespace
join wanted on n.nspname = any (wanted.schemas)
join pg_roles r on r.oid = o.owner
cross join lateral pg_identify_object(o.class, o.oid, 0) i
where not exists (select from pg_depend e where e.classid = o.class and e.objid = o.oid and e.deptype = 'e')

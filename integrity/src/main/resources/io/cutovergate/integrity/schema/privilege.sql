-- What each role may do with each object, whatever gives it: a grant, PUBLIC, a membership, being the owner.
with wanted (schemas, roles) as (select ?::text[], ?::text[]),
role as (select r.oid, r.rolname from pg_roles r join wanted on r.rolname = any (wanted.roles)),
relation as (
    select c.oid, c.relkind, c.relname, n.nspname, c.relowner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join wanted on n.nspname = any (wanted.schemas)
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't'
      and not exists (select from pg_depend e
                      where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
)
select 'table ' || c.nspname || '.' || c.relname || ' of ' || r.rolname as name,
       c.nspname as of_schema, c.relname as of_table,
       (select string_agg(p, ', ' order by p)
        from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
        where has_table_privilege(r.oid, c.oid, p)) as privileges,
       -- what a grant on columns adds to them
       (select string_agg(a.attname || ' ' || p, ', ' order by a.attname, p)
        from pg_attribute a, unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) p
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attacl is not null
          and has_column_privilege(r.oid, c.oid, a.attnum, p) and not has_table_privilege(r.oid, c.oid, p))
           as "privileges on columns",
       pg_has_role(r.oid, c.relowner, 'USAGE') as owner
from relation c cross join role r
where c.relkind <> 'S'
union all
select 'sequence ' || c.nspname || '.' || c.relname || ' of ' || r.rolname, null, null,
       (select string_agg(p, ', ' order by p) from unnest(array['USAGE', 'SELECT', 'UPDATE']) p
        where has_sequence_privilege(r.oid, c.oid, p)),
       null, pg_has_role(r.oid, c.relowner, 'USAGE')
from relation c cross join role r
-- the planner may ask in any order, and of a table this is an error
where case when c.relkind = 'S' then true else false end
union all
select 'schema ' || n.nspname || ' of ' || r.rolname, null, null,
       (select string_agg(p, ', ' order by p) from unnest(array['USAGE', 'CREATE']) p
        where has_schema_privilege(r.oid, n.oid, p)),
       null, pg_has_role(r.oid, n.nspowner, 'USAGE')
from pg_namespace n cross join role r join wanted on n.nspname = any (wanted.schemas)
union all
select 'function ' || n.nspname || '.' || f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ') of '
           || r.rolname, null, null,
       case when has_function_privilege(r.oid, f.oid, 'EXECUTE') then 'EXECUTE' end,
       null, pg_has_role(r.oid, f.proowner, 'USAGE')
from pg_proc f join pg_namespace n on n.oid = f.pronamespace cross join role r
join wanted on n.nspname = any (wanted.schemas)
where not exists (select from pg_depend e
                  where e.classid = 'pg_proc'::regclass and e.objid = f.oid and e.deptype = 'e')
union all
select 'type ' || n.nspname || '.' || t.typname || ' of ' || r.rolname, null, null,
       case when has_type_privilege(r.oid, t.oid, 'USAGE') then 'USAGE' end,
       null, pg_has_role(r.oid, t.typowner, 'USAGE')
from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
cross join role r join wanted on n.nspname = any (wanted.schemas)
where t.typtype in ('e', 'd', 'c', 'r') and (t.typtype <> 'c' or c.relkind = 'c')
  and not exists (select from pg_depend e
                  where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')
union all
select 'the database of ' || r.rolname, null, null,
       (select string_agg(p, ', ' order by p) from unnest(array['CONNECT', 'TEMPORARY', 'CREATE']) p
        where has_database_privilege(r.oid, d.oid, p)),
       null, pg_has_role(r.oid, d.datdba, 'USAGE')
from pg_database d cross join role r
where d.datname = current_database()

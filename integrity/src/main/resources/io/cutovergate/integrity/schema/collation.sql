-- What is not in every version stands in the row only where it is.
select n.nspname || '.' || c.collname as name, null as of_schema, null as of_table,
       case c.collprovider when 'i' then 'icu' when 'c' then 'libc' when 'b' then 'builtin' else 'default' end as provider,
       coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate) as locale,
       case when c.collprovider = 'c' then c.collctype end as ctype,
       case when to_jsonb(c) ->> 'collisdeterministic' = 'false' then 'no' else 'yes' end as deterministic,
       to_jsonb(c) ->> 'collicurules' as rules
from pg_collation c join pg_namespace n on n.oid = c.collnamespace
where n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_collation'::regclass and e.objid = c.oid and e.deptype = 'e')

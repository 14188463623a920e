select n.nspname || '.' || c.relname as name,
       n.nspname as of_schema, c.relname as of_table,
       case c.relkind when 'm' then 'materialized view' else 'view' end as kind,
       pg_get_viewdef(c.oid) as definition,
       array_to_string(c.reloptions, ', ') as options
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('v', 'm') and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

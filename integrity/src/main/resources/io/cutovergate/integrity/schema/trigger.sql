select n.nspname || '.' || c.relname || '.' || t.tgname as name,
       n.nspname as of_schema, c.relname as of_table,
       pg_get_triggerdef(t.oid) as definition,
       case t.tgenabled when 'D' then 'disabled' when 'R' then 'enabled for replicas only'
                        when 'A' then 'enabled always' else 'enabled' end as state
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
join pg_namespace n on n.oid = c.relnamespace
where not t.tgisinternal and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

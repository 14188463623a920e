-- Schemas that hold an application's objects: not the system's, and none that an extension made.
select n.nspname
from pg_namespace n
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d
                  where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
order by 1

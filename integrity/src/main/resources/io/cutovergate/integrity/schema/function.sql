select n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name,
       null as of_schema, null as of_table,
       case p.prokind when 'a' then 'aggregate' when 'p' then 'procedure' else 'function' end as kind,
       case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end as definition
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e')

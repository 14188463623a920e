-- Without the roles it is for: they are the cloud's.
select n.nspname || '.' || c.relname || '.' || p.polname as name,
       n.nspname as of_schema, c.relname as of_table,
       case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert'
                     when 'w' then 'update' else 'delete' end as command,
       case when p.polpermissive then 'permissive' else 'restrictive' end as effect,
       pg_get_expr(p.polqual, p.polrelid) as "using",
       pg_get_expr(p.polwithcheck, p.polrelid) as "with check"
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

-- Views are rules, too, and said of the views.
select n.nspname || '.' || c.relname || '.' || r.rulename as name,
       n.nspname as of_schema, c.relname as of_table,
       pg_get_ruledef(r.oid) as definition,
       case when r.ev_enabled = 'D' then 'disabled' else 'enabled' end as state
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
join pg_namespace n on n.oid = c.relnamespace
where r.rulename <> '_RETURN' and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

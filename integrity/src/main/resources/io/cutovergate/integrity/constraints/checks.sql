-- Checks that were never validated: what was loaded before them may break them. The others the server has held to.
select n.nspname as schema, c.relname as name, o.conname as constraint_name,
       case when c.relkind = 'p' then '' else 'only ' end || format('%I.%I', n.nspname, c.relname) as referring,
       pg_get_expr(o.conbin, o.conrelid) as expression
from pg_constraint o
join pg_class c on c.oid = o.conrelid
join pg_namespace n on n.oid = c.relnamespace
where o.contype = 'c' and not o.convalidated and c.relkind in ('r', 'p') and n.nspname = any (?)
  and coalesce(to_jsonb(o) ->> 'conenforced', 'true') = 'true'
order by 1, 2, 3

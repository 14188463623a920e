select n.nspname || '.' || s.stxname as name,
       tn.nspname as of_schema, t.relname as of_table,
       pg_get_statisticsobjdef(s.oid) as definition
from pg_statistic_ext s
join pg_namespace n on n.oid = s.stxnamespace
join pg_class t on t.oid = s.stxrelid
join pg_namespace tn on tn.oid = t.relnamespace
where n.nspname = any (?)

-- The type of a column as a cast takes it, and whether its values have an order to be cut into quantiles.
select n.nspname as schema, c.relname as name, a.attname as column_name,
       format_type(a.atttypid, null) as type,
       t.typcategory in ('N', 'D', 'T') as ordered
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'm')
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'

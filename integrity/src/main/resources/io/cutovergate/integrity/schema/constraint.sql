-- Keys, foreign keys, checks and exclusions; that a column is not null is said of the column.
select n.nspname || '.' || c.relname || '.' || o.conname as name,
       n.nspname as of_schema, c.relname as of_table,
       regexp_replace(pg_get_constraintdef(o.oid), ' NOT VALID$', '') as definition,
       case when o.convalidated then 'validated' else 'not validated' end as validation
from pg_constraint o
join pg_class c on c.oid = o.conrelid
join pg_namespace n on n.oid = c.relnamespace
where o.contype in ('p', 'u', 'f', 'c', 'x') and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

-- The index of a constraint is said of the constraint, unless it is broken.
select n.nspname || '.' || i.relname as name,
       n.nspname as of_schema, c.relname as of_table,
       pg_get_indexdef(i.oid) as definition,
       case when x.indisvalid and x.indisready then 'valid' else 'invalid' end as validity
from pg_index x
join pg_class i on i.oid = x.indexrelid
join pg_class c on c.oid = x.indrelid
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = any (?) and c.relpersistence <> 't'
  and (not x.indisvalid
       or not exists (select from pg_constraint o where o.conindid = i.oid and o.contype in ('p', 'u', 'x')))
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

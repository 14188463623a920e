-- The order of the columns is no part of it: a table that was altered has another than one that was made at once.
select n.nspname || '.' || c.relname || '.' || a.attname as name,
       n.nspname as of_schema, c.relname as of_table,
       format_type(a.atttypid, a.atttypmod) as type,
       case when a.attnotnull then 'not null' else 'nullable' end as nullability,
       case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
       case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end
           || case when a.attgenerated = 'v' then ' virtual' else '' end as generation,
       case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
       case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end as collation
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attnum > 0 and not a.attisdropped
  and c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't' and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

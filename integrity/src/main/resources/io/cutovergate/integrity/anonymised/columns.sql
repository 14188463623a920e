-- Every column of every table that is neither the system's nor an extension's, with the key that names a row.
with recursive step (type, base) as (
    select oid, oid from pg_type
    union all
    select step.type, t.typbasetype from step join pg_type t on t.oid = step.base where t.typtype = 'd'
)
select n.nspname as schema,
       c.relname as name,
       a.attname as column_name,
       case
           when c.relkind = 'f' then 'elsewhere'
           when b.typname in ('json', 'jsonb') then 'json'
           when b.typcategory = 'A' and e.typcategory = 'S' then 'array'
           when b.typcategory in ('S', 'C') or b.typname in ('xml', 'hstore', 'tsvector') then 'text'
           else 'other'
       end as kind,
       array(select k.attname::text
             from pg_index i
             cross join lateral unnest(i.indkey::int2[]) with ordinality u (number, place)
             join pg_attribute k on k.attrelid = c.oid and k.attnum = u.number
             where i.indrelid = c.oid and i.indisprimary and u.place <= i.indnkeyatts
             order by u.place) as key
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join step on step.type = a.atttypid
join pg_type b on b.oid = step.base and b.typtype <> 'd'
left join pg_type e on e.oid = b.typelem
where c.relkind in ('r', 'p', 'm', 'f') and c.relispopulated and c.relpersistence <> 't'
  -- a partition is part of its table
  and not c.relispartition
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d
                  where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
  and not exists (select from pg_depend d
                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by 1, 2, a.attnum

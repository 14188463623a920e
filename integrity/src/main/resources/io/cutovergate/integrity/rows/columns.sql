-- Every table with its columns: the type that a domain stands for, and of an array the type of its elements.
with recursive wanted (schemas) as (select ?::text[]),
step (type, base, modifier) as (
    select oid, oid, -1 from pg_type
    union all
    select step.type, t.typbasetype, t.typtypmod
    from step join pg_type t on t.oid = step.base
    where t.typtype = 'd'
),
base as (
    select step.type, t.oid, t.typname, t.typtype, t.typnamespace, step.modifier,
           t.typcategory = 'A' as is_array, e.typname as element, e.typnamespace as element_namespace
    from step
    join pg_type t on t.oid = step.base and t.typtype <> 'd'
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
)
select n.nspname as schema,
       c.relname as name,
       c.relkind::text as kind,
       c.relispopulated as populated,
       greatest(c.reltuples, 0)::bigint as estimated_rows,
       -- the size itself would wait for locks
       -- ranges of pages can be read since 14; before, each would read the whole table
       case
           when current_setting('server_version_num')::int < 140000 then 0
           when c.relkind = 'r' then c.relpages
           when c.relkind = 'p'
               then (select max(l.relpages) from pg_partition_tree(c.oid) p join pg_class l on l.oid = p.relid)
           else 0
       end as blocks,
       -- rows that stand in another server cannot be read in this snapshot
       exists (select from pg_partition_tree(c.oid) p join pg_class l on l.oid = p.relid
               where c.relkind = 'p' and l.relkind = 'f') as partly_foreign,
       a.attname as column_name,
       format_type(a.atttypid, a.atttypmod) as type,
       case
           when base.is_array and base.element_namespace = 'pg_catalog'::regnamespace then base.element
           when not base.is_array and base.typtype = 'b' and base.typnamespace = 'pg_catalog'::regnamespace
               then base.typname
           else ''
       end as builtin,
       coalesce(base.is_array, false) as is_array,
       coalesce(base.typname = 'bpchar' and greatest(a.atttypmod, base.modifier) > 0, false) as padded,
       coalesce(a.attnotnull or s.null_frac < 0.01, false) as seldom_null,
       coalesce(a.attgenerated <> '', false) as generated
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
left join base on base.type = a.atttypid
left join pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname
                        and s.inherited = (c.relkind = 'p')
cross join wanted
where c.relkind in ('r', 'p', 'm', 'f')
  and c.relpersistence <> 't'
  and n.nspname = any (wanted.schemas)
  -- a partition is part of its table, unless that stands where nobody looks
  and not (c.relispartition
           and exists (select from pg_partition_ancestors(c.oid) p
                       join pg_class r on r.oid = p.relid and r.oid <> c.oid
                       join pg_namespace rn on rn.oid = r.relnamespace
                       where rn.nspname = any (wanted.schemas)))
  -- what an extension made is its own
  and not exists (select from pg_depend d
                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by n.nspname, c.relname, a.attnum

-- Tables of some schemas with their bytes on disk, indexes and long values included. A partition is part of its table.
select n.nspname as schema, c.relname as name,
       pg_total_relation_size(c.oid)
           + coalesce((select sum(pg_total_relation_size(p.relid))
                       from pg_partition_tree(c.oid) p
                       where p.relid <> c.oid), 0)::bigint as bytes
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and c.relpersistence <> 't' and not c.relispartition
  and n.nspname = any (?)
  and not exists (select from pg_depend d
                  where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by 1, 2

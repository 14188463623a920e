-- The files of each table, which are others after a rewrite, and whether its changes are logged; each partition with its root.
select n.nspname as schema, c.relname as name,
       pg_relation_filenode(c.oid)::text as file,
       c.relpersistence <> 'u' and c.relkind <> 'm' as logged,
       rn.nspname as root_schema, r.relname as root_name
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
left join pg_class r on c.relispartition and r.oid = pg_partition_root(c.oid)
left join pg_namespace rn on rn.oid = r.relnamespace
where c.relkind in ('r', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'

-- How many rows of each table were deleted and updated since its counters began; of a partitioned one in all its partitions.
select n.nspname as schema, c.relname as name,
       sum(pg_stat_get_tuples_deleted(part.relid)) as deleted,
       sum(pg_stat_get_tuples_updated(part.relid)) as updated
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
cross join lateral (
    select c.oid as relid where c.relkind = 'r'
    union all
    select p.relid from pg_partition_tree(c.oid) p where c.relkind = 'p' and p.isleaf) part
where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
group by 1, 2

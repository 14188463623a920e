-- Collations that indexes sort by, with the version of the library that they were made with, the one of today, and those
-- indexes. Of the database's own collation the versions are read apart: before PostgreSQL 15 there are none.
with used as (
    select distinct c.oid, x.indexrelid
    from pg_index x
    join pg_class i on i.oid = x.indexrelid
    cross join lateral unnest(x.indcollation::oid[]) k (number)
    join pg_collation c on c.oid = k.number
    where i.relkind = 'i' and i.relpersistence <> 't'
)
select case when c.collprovider = 'd' then '' else c.oid::regcollation::text end as name,
       c.collversion as made,
       case when c.collprovider <> 'd' then pg_collation_actual_version(c.oid) end as today,
       string_agg(n.nspname || '.' || i.relname, ', ' order by n.nspname, i.relname)
           filter (where n.nspname not in ('pg_catalog', 'pg_toast')) as indexes
from used u
join pg_collation c on c.oid = u.oid
join pg_class i on i.oid = u.indexrelid
join pg_namespace n on n.oid = i.relnamespace
group by c.oid, c.collprovider, c.collversion
order by 1

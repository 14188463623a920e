-- Collations, apart from the database's own, that columns, domains and indexes sort by.
with used (id) as (
    select a.attcollation from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relpersistence <> 't' and not a.attisdropped
    union
    select t.typcollation from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    where t.typtype = 'd' and n.nspname not in ('pg_catalog', 'information_schema')
    union
    select unnest(x.indcollation::oid[]) from pg_index x
    join pg_class c on c.oid = x.indexrelid
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relpersistence <> 't'
)
select n.nspname as of_schema, c.collname as name, c.collprovider as provider,
       coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate) as locale
from used u
join pg_collation c on c.oid = u.id
join pg_namespace n on n.oid = c.collnamespace
where c.collprovider <> 'd'
order by 1, 2

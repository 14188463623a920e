-- Collations that the database's encoding can use.
select n.nspname as of_schema, c.collname as name, c.collprovider as provider,
       coalesce(to_jsonb(c) ->> 'colllocale', to_jsonb(c) ->> 'colliculocale', c.collcollate) as locale
from pg_collation c
join pg_namespace n on n.oid = c.collnamespace
join pg_database d on d.datname = current_database()
where c.collprovider <> 'd' and c.collencoding in (-1, d.encoding)

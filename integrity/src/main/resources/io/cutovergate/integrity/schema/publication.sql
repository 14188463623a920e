-- A migration makes and drops them: of the whole database.
select p.pubname as name, null as of_schema, null as of_table,
       case when p.puballtables then 'all'
            else (select string_agg(t.schemaname || '.' || t.tablename, ', ' order by t.schemaname, t.tablename)
                  from pg_publication_tables t where t.pubname = p.pubname) end as tables
from pg_publication p
where cardinality(?::text[]) >= 0

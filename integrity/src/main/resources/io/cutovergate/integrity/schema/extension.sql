-- Of the whole database, whatever schemas are compared.
select e.extname as name, null as of_schema, null as of_table, e.extversion as version
from pg_extension e
where cardinality(?::text[]) >= 0

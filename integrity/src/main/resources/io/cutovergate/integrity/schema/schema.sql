select n.nspname as name, null as of_schema, null as of_table
from pg_namespace n
where n.nspname = any (?)

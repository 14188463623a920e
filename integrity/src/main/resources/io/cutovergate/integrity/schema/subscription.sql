-- Without the connection, which is a secret; of the whole database.
select s.subname as name, null as of_schema, null as of_table,
       case when s.subenabled then 'enabled' else 'disabled' end as state,
       array_to_string(s.subpublications, ', ') as publications
from pg_subscription s
where s.subdbid = (select d.oid from pg_database d where d.datname = current_database())
  and cardinality(?::text[]) >= 0

-- Since PostgreSQL 15.
select d.datcollversion as made, pg_database_collation_actual_version(d.oid) as today
from pg_database d
where d.datname = current_database()

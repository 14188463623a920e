-- All slots of the server: each of them may keep log that the others and the disk then lack.
select s.slot_name as name,
       s.slot_type = 'logical' and s.database = current_database() as ours,
       s.active,
       pg_wal_lsn_diff(pg_current_wal_lsn(), s.confirmed_flush_lsn)::bigint as behind,
       pg_wal_lsn_diff(pg_current_wal_lsn(), s.restart_lsn)::bigint as retained,
       s.wal_status,
       s.safe_wal_size as room
from pg_replication_slots s
where not s.temporary
order by 1

-- Since PostgreSQL 15.
select s.subname as name, e.apply_error_count + e.sync_error_count as errors
from pg_subscription s
join pg_stat_subscription_stats e on e.subid = s.oid
where s.subdbid = (select d.oid from pg_database d where d.datname = current_database())

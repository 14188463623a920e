-- Column by column: the address in a subscription is for superusers only. Of its workers the one that applies: those that
-- copy a table have a relation.
select s.subname as name,
       s.subenabled as enabled,
       s.subslotname as slot,
       (select count(*) from pg_stat_subscription w
        where w.subid = s.oid and w.relid is null and w.pid is not null) as workers,
       (select count(*) from pg_subscription_rel r where r.srsubid = s.oid) as tables,
       (select string_agg(r.srrelid::regclass::text || ' ('
                          || case r.srsubstate when 'i' then 'not begun' when 'd' then 'being copied'
                                               when 'f' then 'copied' when 's' then 'catching up'
                                               else r.srsubstate::text end || ')', ', ' order by r.srrelid)
        from pg_subscription_rel r where r.srsubid = s.oid and r.srsubstate <> 'r') as waiting,
       (select count(*) from pg_subscription_rel r where r.srsubid = s.oid and r.srsubstate <> 'r') as not_ready
from pg_subscription s
where s.subdbid = (select d.oid from pg_database d where d.datname = current_database())
order by 1

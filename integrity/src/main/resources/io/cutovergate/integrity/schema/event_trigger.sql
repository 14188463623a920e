-- Of the whole database; without those that AWS's migration service leaves on its source.
select e.evtname as name, null as of_schema, null as of_table,
       e.evtevent as event,
       array_to_string(e.evttags, ', ') as tags,
       e.evtfoid::regprocedure::text as function,
       case e.evtenabled when 'D' then 'disabled' when 'R' then 'enabled for replicas only'
                         when 'A' then 'enabled always' else 'enabled' end as state
from pg_event_trigger e
where cardinality(?::text[]) >= 0 and e.evtname !~ '^awsdms_'
  and not exists (select from pg_depend d
                  where d.classid = 'pg_event_trigger'::regclass and d.objid = e.oid and d.deptype = 'e')

select n.nspname || '.' || c.relname as name,
       n.nspname as of_schema, c.relname as of_table,
       case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' else 'foreign table' end as kind,
       case c.relpersistence when 'u' then 'unlogged' else 'logged' end as persistence,
       pg_get_partkeydef(c.oid) as "partition key",
       (select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno)
               || coalesce(' ' || pg_get_expr(c.relpartbound, c.oid), '')
        from pg_inherits i where i.inhrelid = c.oid) as parent,
       case when c.relforcerowsecurity then 'for its owner, too' when c.relrowsecurity then 'on' else 'off' end
           as "row security"
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'f') and c.relpersistence <> 't' and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

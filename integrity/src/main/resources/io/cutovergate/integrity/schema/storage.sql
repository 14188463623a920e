-- How tables are kept and logged: nothing of it changes what a query says.
select n.nspname || '.' || c.relname as name, n.nspname as of_schema, c.relname as of_table,
       nullif(array_to_string(array(select unnest(c.reloptions) order by 1), ', '), '') as parameters,
       case c.relreplident when 'f' then 'full' when 'n' then 'nothing' when 'i' then 'an index' else 'primary key' end
           as "replica identity",
       (select string_agg(a.attname || ' ' || (to_jsonb(a) ->> 'attstattarget'), ', ' order by a.attname)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and (to_jsonb(a) ->> 'attstattarget')::int >= 0) as "statistics targets",
       (select string_agg(a.attname || ' ' || a.attstorage::text || (to_jsonb(a) ->> 'attcompression'), ', '
                          order by a.attname)
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and (a.attstorage <> t.typstorage or to_jsonb(a) ->> 'attcompression' <> '')) as "storage of columns"
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't' and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')

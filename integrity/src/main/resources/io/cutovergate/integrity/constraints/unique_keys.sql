-- Unique indexes that sort texts: an index that was made with another collation library lets doubles in. Partitions have
-- indexes of their own. The keys are as the index's definition has them.
select n.nspname as schema, c.relname as name, i.relname as constraint_name,
       'only ' || format('%I.%I', n.nspname, c.relname) as referring,
       k.names, k.keys,
       pg_get_expr(x.indpred, x.indrelid) as predicate,
       coalesce(to_jsonb(x) ->> 'indnullsnotdistinct', 'false') = 'true' as nulls_are_equal
from pg_index x
join pg_class i on i.oid = x.indexrelid
join pg_class c on c.oid = x.indrelid
join pg_namespace n on n.oid = c.relnamespace
cross join lateral (
    select array_agg(pg_get_indexdef(x.indexrelid, p.place::int, false) order by p.place) as names,
           array_agg('(' || pg_get_indexdef(x.indexrelid, p.place::int, false) || ')'
                     || case when k.number <> 0 then ' collate ' || k.number::regcollation::text else '' end
                     order by p.place) as keys,
           bool_or(k.number <> 0) as of_text
    from generate_series(1, x.indnkeyatts) p (place)
    cross join lateral (select (x.indcollation::oid[])[p.place - 1] as number) k) k
where x.indisunique and x.indisvalid and c.relkind in ('r', 'm') and k.of_text and c.relispopulated
  and c.relpersistence <> 't' and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
order by 1, 2, 3

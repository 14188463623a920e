-- Column sets that tell every row of a table: the primary key first, then unique indexes that hold for all rows.
select n.nspname as schema, c.relname as name,
       (select array_agg(a.attname::text order by k.place)
        from unnest(i.indkey::int2[]) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where k.place <= i.indnkeyatts) as columns
from pg_index i
join pg_class c on c.oid = i.indrelid
join pg_namespace n on n.oid = c.relnamespace
where i.indisunique and i.indisvalid and i.indimmediate
  and i.indpred is null and i.indexprs is null
  and n.nspname = any (?)
  and not exists (select from unnest(i.indkey::int2[]) with ordinality k (number, place)
                  join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
                  where k.place <= i.indnkeyatts and not a.attnotnull)
order by i.indisprimary desc, i.indnkeyatts, i.indexrelid::regclass::text

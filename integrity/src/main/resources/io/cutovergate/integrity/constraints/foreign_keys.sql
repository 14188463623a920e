-- Foreign keys with the pairs of columns that they compare, as SQL. A partition's are its table's; one that is not
-- enforced (PostgreSQL 18) need not hold. The last column of one with periods is a range, which the ranges of all rows with the
-- same key must cover together.
select n.nspname as schema, c.relname as name, o.conname as constraint_name,
       case when c.relkind = 'p' then '' else 'only ' end || format('%I.%I', n.nspname, c.relname) as referring,
       case when r.relkind = 'p' then '' else 'only ' end || format('%I.%I', rn.nspname, r.relname) as referred,
       o.confmatchtype = 'f' as match_full,
       coalesce(to_jsonb(o) ->> 'conperiod', 'false') = 'true' as of_periods,
       k.columns, k.referred_columns, k.conditions
from pg_constraint o
join pg_class c on c.oid = o.conrelid
join pg_namespace n on n.oid = c.relnamespace
join pg_class r on r.oid = o.confrelid
join pg_namespace rn on rn.oid = r.relnamespace
cross join lateral (
    select array_agg(a.attname::text order by k.place) as columns,
           array_agg(b.attname::text order by k.place) as referred_columns,
           array_agg(format('p.%I operator(%I.%s) c.%I%s', b.attname, pn.nspname, p.oprname, a.attname,
                            -- two collations that nobody chose between are an error; the server takes the referred one's
                            case when a.attcollation <> b.attcollation
                                 then ' collate ' || b.attcollation::regcollation::text else '' end)
                     order by k.place) as conditions
    from unnest(o.conkey, o.confkey, o.conpfeqop) with ordinality k (referring, referred, operator, place)
    join pg_attribute a on a.attrelid = o.conrelid and a.attnum = k.referring
    join pg_attribute b on b.attrelid = o.confrelid and b.attnum = k.referred
    join pg_operator p on p.oid = k.operator
    join pg_namespace pn on pn.oid = p.oprnamespace) k
where o.contype = 'f' and o.conparentid = 0 and n.nspname = any (?)
  and coalesce(to_jsonb(o) ->> 'conenforced', 'true') = 'true'
order by 1, 2, 3

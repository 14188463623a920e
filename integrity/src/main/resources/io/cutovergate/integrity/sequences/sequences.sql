-- Every sequence with the columns of numbers that it fills: those it belongs to, and those whose default draws from it.
select n.nspname as schema, c.relname as name, s.seqincrement as increment,
       filled.schema as of_schema, filled.name as of_table, filled.attribute as of_column
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
join pg_namespace n on n.oid = c.relnamespace
left join lateral (
    select distinct tn.nspname as schema, t.relname as name, a.attname as attribute
    from (select d.refobjid as relation, d.refobjsubid as number
          from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
            and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
          union
          select f.adrelid, f.adnum
          from pg_depend d join pg_attrdef f on f.oid = d.objid
          where d.classid = 'pg_attrdef'::regclass
            and d.refclassid = 'pg_class'::regclass and d.refobjid = c.oid) k
    join pg_class t on t.oid = k.relation and t.relkind in ('r', 'p')
    join pg_namespace tn on tn.oid = t.relnamespace
    join pg_attribute a on a.attrelid = k.relation and a.attnum = k.number
    where a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype)) filled on true
where c.relpersistence <> 't' and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
order by 1, 2, 4, 5, 6

-- Enums with their labels in order, domains, composites and ranges; not the types that tables and arrays bring.
select n.nspname || '.' || t.typname as name,
       null as of_schema, null as of_table,
       case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'c' then 'composite' else 'range' end as kind,
       (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
        from pg_enum e where e.enumtypid = t.oid) as labels,
       case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end as base,
       t.typdefault as "default",
       case when t.typnotnull then 'not null' else 'nullable' end as nullability,
       (select string_agg(o.conname || ' ' || pg_get_constraintdef(o.oid), ', ' order by o.conname)
        from pg_constraint o where o.contypid = t.oid and o.contype = 'c') as checks,
       (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
        from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped) as attributes,
       (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid) as subtype
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
left join pg_class c on c.oid = t.typrelid
where t.typtype in ('e', 'd', 'c', 'r') and (t.typtype <> 'c' or c.relkind = 'c') and n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e')

-- Casts stand in no schema: those that users made.
select format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null) as name,
       null as of_schema, null as of_table,
       case c.castmethod when 'b' then 'binary' when 'i' then 'input and output'
                         else c.castfunc::regprocedure::text end as method,
       case c.castcontext when 'i' then 'implicit' when 'a' then 'in assignments' else 'explicit' end as context
from pg_cast c
where c.oid >= 16384 and cardinality(?::text[]) >= 0
  and not exists (select from pg_depend e
                  where e.classid = 'pg_cast'::regclass and e.objid = c.oid and e.deptype = 'e')

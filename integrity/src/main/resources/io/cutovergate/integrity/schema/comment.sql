-- On whatever users made, in all schemas.
select i.type || ' ' || i.identity as name, null as of_schema, null as of_table, d.description as text
from pg_description d
cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) i
where d.objoid >= 16384 and d.classoid <> 'pg_extension'::regclass and cardinality(?::text[]) >= 0
  and not exists (select from pg_depend e
                  where e.classid = d.classoid and e.objid = d.objoid and e.deptype = 'e')

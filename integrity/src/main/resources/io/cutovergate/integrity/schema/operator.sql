select n.nspname || '.' || o.oprname || '('
           || case when o.oprleft = 0 then 'none' else format_type(o.oprleft, null) end || ', '
           || format_type(o.oprright, null) || ')' as name,
       null as of_schema, null as of_table,
       format_type(o.oprresult, null) as result,
       o.oprcode::text as function,
       nullif(o.oprcom, 0)::regoperator::text as commutator,
       nullif(o.oprnegate, 0)::regoperator::text as negator,
       case when o.oprcanhash then 'yes' else 'no' end as hashes,
       case when o.oprcanmerge then 'yes' else 'no' end as merges
from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
where n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_operator'::regclass and e.objid = o.oid and e.deptype = 'e')

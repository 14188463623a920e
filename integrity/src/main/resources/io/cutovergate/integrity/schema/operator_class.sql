-- With the operators and functions of its family, which an index of the class uses.
select n.nspname || '.' || c.opcname || ' using ' || m.amname as name, null as of_schema, null as of_table,
       format_type(c.opcintype, null) as type,
       case when c.opcdefault then 'yes' else 'no' end as "default",
       (select string_agg(o.amopstrategy || ' ' || o.amopopr::regoperator::text, ', '
                          order by o.amopstrategy, o.amopopr::regoperator::text)
        from pg_amop o where o.amopfamily = c.opcfamily) as operators,
       (select string_agg(p.amprocnum || ' ' || p.amproc::regprocedure::text, ', '
                          order by p.amprocnum, p.amproc::regprocedure::text)
        from pg_amproc p where p.amprocfamily = c.opcfamily) as functions
from pg_opclass c
join pg_namespace n on n.oid = c.opcnamespace
join pg_am m on m.oid = c.opcmethod
where n.nspname = any (?)
  and not exists (select from pg_depend e
                  where e.classid = 'pg_opclass'::regclass and e.objid = c.oid and e.deptype = 'e')

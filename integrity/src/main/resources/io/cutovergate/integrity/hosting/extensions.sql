-- Extensions of the database, with the libraries that their functions are in.
select e.extname as name, e.extversion as version,
       array(select distinct regexp_replace(p.probin, '^.*/', '')
             from pg_depend d
             join pg_proc p on p.oid = d.objid
             where d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_extension'::regclass
               and d.refobjid = e.oid and d.deptype = 'e' and p.probin is not null) as libraries
from pg_extension e
order by 1

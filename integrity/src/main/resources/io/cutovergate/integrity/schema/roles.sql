-- Roles to which something of this database belongs or is granted; not the system's, nor those of a cloud.
select r.rolname as name, r.rolsuper as superuser,
       exists (select from pg_shdepend d
               where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid
                 and (d.dbid = (select b.oid from pg_database b where b.datname = current_database())
                      or d.dbid = 0 and d.classid = 'pg_database'::regclass
                         and d.objid = (select b.oid from pg_database b where b.datname = current_database())))
           as concerned,
       r.rolname ~ '^(pg_|rds|azure|cloudsql|alloydb)' as of_the_system
from pg_roles r
order by 1

-- Roles to which something of this database belongs or is granted; not the system's, nor those of a cloud.
select r.rolname as name
from pg_roles r
where r.rolname !~ '^(pg_|rds|azure|cloudsql|alloydb)'
  and exists (select from pg_shdepend d
              join pg_database b on b.datname = current_database()
              where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid
                and (d.dbid = b.oid or d.dbid = 0 and d.classid = 'pg_database'::regclass and d.objid = b.oid))
order by 1

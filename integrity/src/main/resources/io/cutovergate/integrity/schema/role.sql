with wanted (schemas, roles) as (select ?::text[], ?::text[])
select r.rolname as name, null as of_schema, null as of_table,
       case when r.rolcanlogin then 'allowed' else 'not allowed' end as login,
       case when r.rolbypassrls then 'bypassed' else 'obeyed' end as "row security",
       (select string_agg(g.rolname, ', ' order by g.rolname)
        from pg_auth_members m join pg_roles g on g.oid = m.roleid
        where m.member = r.oid and g.rolname = any (wanted.roles)) as "member of"
from pg_roles r join wanted on r.rolname = any (wanted.roles)

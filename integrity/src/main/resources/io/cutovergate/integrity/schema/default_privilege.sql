-- What a role gives another of the objects that it will make.
with wanted (schemas, roles) as (select ?::text[], ?::text[])
select case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
                            when 'T' then 'types' else 'schemas' end
           || ' of ' || o.rolname || coalesce(' in schema ' || n.nspname, '') || ' for '
           || coalesce(g.rolname, 'everybody') as name,
       null as of_schema, null as of_table,
       string_agg(a.privilege_type || case when a.is_grantable then ' with grant option' else '' end, ', '
                  order by a.privilege_type) as privileges
from pg_default_acl d
join pg_roles o on o.oid = d.defaclrole
left join pg_namespace n on n.oid = d.defaclnamespace
cross join wanted
cross join aclexplode(d.defaclacl) a
left join pg_roles g on g.oid = a.grantee
where o.rolname = any (wanted.roles) and a.grantee <> d.defaclrole and a.privilege_type <> 'MAINTAIN'
  and (a.grantee = 0 or g.rolname = any (wanted.roles))
  and (n.nspname is null or n.nspname = any (wanted.schemas))
group by 1

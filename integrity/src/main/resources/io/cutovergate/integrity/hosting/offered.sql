-- Versions of extensions that are there to be created, or have been.
select v.name, v.version, e.oid is not null as installed
from (select name, version from pg_available_extension_versions
      union
      select extname, extversion from pg_extension) v
left join pg_extension e on e.extname = v.name
where v.name = any (?::text[])

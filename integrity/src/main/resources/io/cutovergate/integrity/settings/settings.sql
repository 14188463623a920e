-- What gives data and queries their meaning, one line each: the server's own values as a new session has them, what
-- overrides them for the database and for roles, and the locale of the database. Columns that only some versions have
-- are read from the row as JSON.
with wanted (names, roles) as (select ?::text[], ?::text[]),
here as (select d.* from pg_database d where d.datname = current_database())
select 'server' as scope, null as role, s.name, s.reset_val as value, false as own
from pg_settings s join wanted on s.name = any (wanted.names)
union all
select case when o.setdatabase = 0 then 'role' else 'database' end,
       r.rolname, split_part(c, '=', 1), substr(c, strpos(c, '=') + 1),
       o.setrole = 0 or r.rolname = session_user
from pg_db_role_setting o
left join pg_roles r on r.oid = o.setrole
cross join wanted cross join here
cross join lateral unnest(o.setconfig) c
where o.setdatabase in (0, here.oid)
  and (o.setrole = 0 or r.rolname = session_user or r.rolname = any (wanted.roles))
union all
select 'locale', null, l.name, l.value, false
from here cross join lateral (values
    ('encoding', pg_encoding_to_char(here.encoding)),
    ('locale provider', case coalesce(to_jsonb(here) ->> 'datlocprovider', 'c')
                             when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end),
    ('lc_collate', here.datcollate),
    ('lc_ctype', here.datctype),
    ('locale', coalesce(to_jsonb(here) ->> 'datlocale', to_jsonb(here) ->> 'daticulocale')),
    ('ICU rules', to_jsonb(here) ->> 'daticurules')) l (name, value)

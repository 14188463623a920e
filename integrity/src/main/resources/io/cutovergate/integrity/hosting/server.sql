-- What the server and the database allow, as every role may see it. What only some versions have is read so that others do not fail.
select current_setting('server_version_num')::int / 10000 as major,
       current_setting('server_version') as version,
       pg_encoding_to_char(d.encoding) as encoding,
       case coalesce(to_jsonb(d) ->> 'datlocprovider', 'c')
           when 'i' then 'icu' when 'b' then 'builtin' else 'libc' end as provider,
       current_setting('max_connections')::int as connections,
       current_setting('superuser_reserved_connections')::int
           + coalesce(current_setting('reserved_connections', true)::int, 0) as reserved,
       d.datconnlimit as limited,
       current_setting('max_identifier_length')::int as identifier,
       current_setting('block_size')::int as block,
       current_setting('wal_level') as wal,
       coalesce(current_setting('max_logical_replication_workers', true)::int, 0) as workers,
       current_setting('max_replication_slots')::int as slots
from pg_database d
where d.datname = current_database()

-- Tables whose updates and deletes a publication refuses: no primary key, and no other identity.
select c.oid::regclass
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and (c.relreplident = 'n' or c.relreplident = 'd' and not exists (
      select from pg_index i where i.indrelid = c.oid and i.indisprimary))
order by 1

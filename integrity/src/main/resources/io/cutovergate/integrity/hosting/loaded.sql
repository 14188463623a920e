-- Libraries that the server loads when it starts: null where the role may not see them. And the extensions that a cloud lets its
-- users create: null where it does not say.
select (select s.setting from pg_settings s where s.name = 'shared_preload_libraries') as libraries,
       current_setting('azure.extensions', true) as azure,
       current_setting('rds.allowed_extensions', true) as rds

-- Configurations with what they make of each kind of token, and dictionaries with their options.
with wanted (schemas) as (select ?::text[])
select 'configuration ' || n.nspname || '.' || c.cfgname as name, null as of_schema, null as of_table,
       (select string_agg(t.alias || ' ' || m.dictionaries, ', ' order by t.alias)
        from (select m.maptokentype, string_agg(m.mapdict::regdictionary::text, '+' order by m.mapseqno) as dictionaries
              from pg_ts_config_map m where m.mapcfg = c.oid group by m.maptokentype) m
        join ts_token_type(c.cfgparser) t on t.tokid = m.maptokentype) as definition
from pg_ts_config c
join pg_namespace n on n.oid = c.cfgnamespace
join wanted on n.nspname = any (wanted.schemas)
where not exists (select from pg_depend e
                  where e.classid = 'pg_ts_config'::regclass and e.objid = c.oid and e.deptype = 'e')
union all
select 'dictionary ' || n.nspname || '.' || d.dictname, null, null,
       t.tmplname || coalesce(' ' || d.dictinitoption, '')
from pg_ts_dict d
join pg_ts_template t on t.oid = d.dicttemplate
join pg_namespace n on n.oid = d.dictnamespace
join wanted on n.nspname = any (wanted.schemas)
where not exists (select from pg_depend e
                  where e.classid = 'pg_ts_dict'::regclass and e.objid = d.oid and e.deptype = 'e')

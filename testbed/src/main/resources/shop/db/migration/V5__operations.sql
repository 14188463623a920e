-- No primary key on purpose of its first author: an append-only log, where two equal lines are two events.
create table audit_log (
    at      timestamptz not null,
    user_id bigint,
    action  varchar(40) not null,
    node    inet,
    detail  json
);
create index audit_log_user_id on audit_log (user_id);

-- db-scheduler 16.12.0, postgresql_tables.sql
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);

-- One row per execution, not per probe: a job that ran twice must be seen twice.
create table job_effects (
    id          bigint generated always as identity primary key,
    probe       varchar(64) not null,
    worker      text not null,
    executed_at timestamptz not null default now()
);
create index job_effects_probe on job_effects (probe);

-- Jobs that failed once too often, kept for a person to look at.
create table parked_jobs (
    id            bigint generated always as identity primary key,
    task_name     text not null,
    task_instance text not null,
    attempts      integer not null,
    error         text,
    parked_at     timestamptz not null default now()
);

-- One row per executed period, so that a period that two workers both ran shows.
create table ticks (
    id      bigint generated always as identity primary key,
    due_at  timestamptz not null,
    worker  text not null,
    ran_at  timestamptz not null default now()
);

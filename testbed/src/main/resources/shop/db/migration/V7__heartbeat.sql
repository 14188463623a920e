-- One row per writer. Replicated, so that its age on the other side is the lag that users would see.
create table heartbeat (
    writer  text primary key,
    beat_at timestamptz not null
);

create table users (
    id             bigint generated always as identity primary key,
    subject        varchar(64) not null unique,
    email          varchar(254) not null unique,
    phone          varchar(32),
    full_name      text not null,
    born           date,
    newsletter     boolean not null default false,
    loyalty_points integer not null default 0,
    credit         numeric not null default 0,
    preferences    json,
    created_at     timestamptz not null default now()
);

-- Written by every login: moves by itself on a healthy system.
create table sessions (
    id         uuid primary key default gen_random_uuid(),
    user_id    bigint not null unique references users on delete cascade,
    address    inet,
    user_agent text,
    created_at timestamptz not null default now(),
    last_seen  timestamptz not null default now()
);

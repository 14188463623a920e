create schema billing;

create sequence billing.invoice_numbers start 10001;

create table billing.invoices (
    number    bigint primary key default nextval('billing.invoice_numbers'),
    order_id  bigint not null unique references public.orders on delete cascade,
    issued_on date not null,
    payable   interval not null default interval '30 days',
    amount    numeric not null,
    document  bytea
);

create table billing.payments (
    id        uuid primary key default gen_random_uuid(),
    order_id  bigint not null unique references public.orders on delete cascade,
    reference varchar(80) not null unique,
    amount    numeric(12, 2) not null,
    answer    jsonb not null,
    paid_at   timestamptz not null default now()
);

-- What the payment provider told us by webhook; its event id makes a repeated delivery harmless.
create table billing.payment_events (
    id          varchar(80) primary key,
    kind        varchar(40) not null,
    body        jsonb not null,
    received_at timestamptz not null default now()
);

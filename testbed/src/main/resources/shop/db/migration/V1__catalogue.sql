create table categories (
    id        serial primary key,
    code      char(4) not null unique,
    title     varchar(80) not null,
    parent_id integer references categories
);

create table products (
    id             bigint generated always as identity primary key,
    sku            varchar(20) not null unique,
    name           text not null,
    description    text,
    category_id    integer not null references categories,
    price          numeric(12, 2) not null,
    currency       char(3) not null default 'CAD',
    price_with_tax numeric(14, 4) generated always as (price * 1.15) stored,
    stock          integer not null default 0,
    weight         double precision,
    tags           text[] not null default '{}',
    dimensions     smallint[],
    attributes     jsonb not null default '{}',
    discontinued   boolean not null default false,
    available_from date,
    updated_at     timestamptz not null default now(),
    constraint products_price_not_negative check (price >= 0)
);
create index products_category_id on products (category_id);

create table product_images (
    product_id bigint not null references products on delete cascade,
    position   smallint not null,
    media_type varchar(40) not null,
    content    bytea not null,
    primary key (product_id, position)
);

create table "Store Locations" (
    "Store Id"       serial primary key,
    "Name"           text not null,
    "Opens At"       time not null,
    "Closes At"      time with time zone not null,
    "Latitude"       double precision not null,
    "Longitude"      double precision not null,
    "Open On Sunday" boolean not null default false
);

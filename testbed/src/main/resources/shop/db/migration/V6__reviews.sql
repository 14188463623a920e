create table reviews (
    product_id bigint not null references products on delete cascade,
    user_id    bigint not null references users on delete cascade,
    rating     smallint not null,
    body       text,
    written_at timestamp(3) not null,
    primary key (product_id, user_id),
    constraint reviews_rating_in_range check (rating between 1 and 5)
);
create index reviews_user_id on reviews (user_id);

alter table orders add column channel varchar(12) not null default 'web';

create view product_ratings as
select p.id as product_id, p.sku, count(r.rating) as reviews, round(avg(r.rating), 2) as average
from products p
left join reviews r on r.product_id = p.id
group by p.id, p.sku;

-- Deterministic: everything follows from the row's number, so that two databases seeded on different days are equal.
-- Identity columns are filled in the order of generate_series, so row n has id n.

insert into categories (code, title, parent_id)
select 'C' || lpad(n::text, 3, '0'), (array['Tents', 'Boots', 'Stoves', 'Maps', 'Ropes'])[1 + n % 5] || ' ' || n,
       case when n > 5 then 1 + n % 5 end
from generate_series(1, 40) n order by n;

insert into products (sku, name, description, category_id, price, currency, stock, weight, tags, dimensions, attributes,
                      discontinued, available_from, updated_at)
select 'SKU-' || lpad(n::text, 6, '0'),
       (array['Fjord', 'Tundra', 'Étoile', 'Łódź', 'Βορράς', 'Señal', 'Größe', 'Полюс'])[1 + n % 8] || ' '
           || (array['tent', 'boots', 'stove', 'map', 'rope'])[1 + n % 5] || ' ' || n,
       case n % 4 when 0 then null when 1 then '' when 2 then 'Made for the long way. ' else E'Two lines:\n\t"quoted", \\back' end,
       1 + n % 40,
       (n * 1237 % 48901 + 990) / 100.0,
       'CAD',
       n * 13 % 250,
       case n % 50 when 0 then null when 1 then '-0'::float8 when 2 then 'NaN' else n / 7.0 end,
       case when n % 6 = 0 then '{}' else array['t' || n % 9, 'größe', 'a,b "c"'] end,
       case when n % 3 = 0 then array[n % 90, n % 70, null]::smallint[] end,
       jsonb_build_object('colour', (array['red', 'blue', 'vert'])[1 + n % 3], 'rank', n / 10.0, 'eco', n % 2 = 0, 'origin', null),
       n % 97 = 0,
       case when n % 5 <> 0 then date '2024-01-01' + n % 700 end,
       timestamptz '2025-06-01 00:00:00.123456+00' + n * interval '61 minutes'
from generate_series(1, 1200) n order by n;

insert into product_images
select n, position, 'image/webp', decode(md5(n || '/' || position) || repeat('00ff', n % 40), 'hex')
from generate_series(1, 1200, 2) n, generate_series(1, 2) position;

insert into "Store Locations" ("Name", "Opens At", "Closes At", "Latitude", "Longitude", "Open On Sunday")
select 'Magasin nº ' || n, time '08:00' + n * interval '5 minutes', timetz '18:30-05', 45.5 + n / 100.0, -73.6 - n / 300.0, n % 2 = 0
from generate_series(1, 25) n order by n;

-- ada, grace and gate are the accounts of the identity provider (a user, an administrator, the monitoring).
insert into users (subject, email, phone, full_name, born, newsletter, loyalty_points, credit, preferences, created_at)
select coalesce(account, 'customer-' || n),
       coalesce(account, lower(first) || '.' || n) || '@mail.shop.example',
       case when n % 7 <> 0 then '+1 514 555 ' || lpad(n::text, 4, '0') end,
       case account when 'ada' then 'Ada Lovelace' when 'grace' then 'Grace Hopper' when 'gate' then 'Monitoring Account'
           else first || ' ' || (array['Tremblay', 'O''Brien', 'Łukasiewicz', 'Nguyễn', 'Müller', '山田', 'Иванова', 'Côté', 'van der Berg'])[1 + n % 9] end,
       case when n % 11 <> 0 then date '1950-01-01' + n * 9 % 20000 end,
       n % 3 = 0,
       n * 17 % 5000,
       case n % 3 when 0 then 0 when 1 then n / 8.0 else n::numeric end,
       case when n % 4 = 0 then json_build_object('language', (array['en', 'fr'])[1 + n % 2], 'theme', 'dark') end,
       timestamptz '2023-03-01 12:00+00' + n * interval '7 hours 13 minutes'
from (
    select n, case n when 1 then 'ada' when 3 then 'grace' when 5 then 'gate' end as account,
           (array['Zoe', 'Emile', 'Noor', 'Bjork', 'Jose', 'Yuki', 'Olga', 'Liam', 'Ines', 'Thandi', 'Wei'])[1 + n % 11] as first
    from generate_series(1, 2000) n
) people order by people.n;

insert into sessions
select md5('session' || n)::uuid, n, ('192.0.2.' || n % 255)::inet, 'Mozilla/5.0', timestamptz '2026-01-01 00:00+00' + n * interval '1 minute',
       timestamptz '2026-01-02 00:00+00' + n * interval '1 minute'
from generate_series(6, 405) n;

-- Squares make a few users order much and most little, as in a real shop.
create temporary table lines on commit drop as
select n as order_id, line, p.id as product_id, 1 + (n + line) % 4 as quantity, p.price
from generate_series(1, 6000) n, generate_series(1, 1 + n % 4) line, products p
where p.id = 1 + (n * 11 + line * 101) % 1200;

insert into orders (user_id, idempotency_key, fingerprint, status, total, currency, note, placed_at, channel)
select 1 + n::bigint * n % 2000, md5('order' || n), sha256(convert_to('order' || n, 'UTF8')),
       (array['placed', 'paid', 'paid', 'shipped', 'shipped', 'shipped', 'shipped', 'shipped', 'cancelled', 'paid'])[1 + n / 7 % 10]::order_status,
       total,
       'CAD', case n % 6 when 0 then '' when 1 then 'leave at the door  ' when 2 then 'merci ☃' end,
       timestamptz '2025-01-01 00:00+00' + n * interval '47 minutes', (array['web', 'app', 'store'])[1 + n % 3]
from (select order_id as n, sum(price * quantity) as total from lines group by order_id) sums order by n;

insert into order_items (order_id, line, product_id, quantity, unit_price)
select order_id, line, product_id, quantity, price from lines order by order_id, line;

insert into shipments
select md5('shipment' || id)::uuid, id, (array['POSTE', 'DHL', 'UPS'])[1 + id % 3], array[id % 60 / 3.0, 20, id % 40 + 0.5],
       (placed_at at time zone 'UTC') + interval '26 hours', case when id % 4 <> 0 then interval '1 day 2 hours' + id * interval '1 second' end
from orders where status = 'shipped';

insert into billing.invoices (order_id, issued_on, payable, amount, document)
select id, (placed_at at time zone 'UTC')::date, case when id % 3 = 0 then interval '14 days' else interval '1 mon' end, total,
       case when id % 2 = 0 then decode(md5('invoice' || id), 'hex') end
from orders where status in ('paid', 'shipped') order by id;

insert into billing.payments
select md5('payment' || id)::uuid, id, 'pay_' || md5('reference' || id), total,
       jsonb_build_object('status', 'succeeded', 'network', (array['visa', 'interac'])[1 + id % 2]), placed_at + interval '40 seconds'
from orders where status in ('paid', 'shipped');

insert into reviews
select 1 + n % 1200, 1 + n * 7 % 2000, 1 + n % 5, case when n % 8 <> 0 then (array['Très bien 👍', 'ok', 'とても良い', ''])[1 + n % 4] end,
       timestamp '2025-02-03 04:05:06.789' + n * interval '3 hours'
from generate_series(1, 3000) n;

-- Every line twice: a log without a key has equal rows.
insert into audit_log
select timestamptz '2025-09-01 00:00+00' + n * interval '11 minutes', case when n % 10 <> 0 then 1 + n % 2000 end,
       (array['login', 'password-change', 'order', 'export'])[1 + n % 4], ('10.20.' || n % 4 || '.' || n % 200 || '/32')::inet,
       json_build_object('n', n, 'ok', n % 9 <> 0)
from generate_series(1, 2500) n, generate_series(1, 2);

-- Work that is due some day, so that there is some in flight whenever production moves.
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
select 'review-mail', id::text, timestamptz '2099-01-01 00:00:00+00' + id * interval '1 minute', false, 1
from orders where status = 'shipped' order by id desc limit 40;

-- 0048 parts-orders: suppliers, kinds of orders, the ordering calendar, orders, receipts against them, arrival faults
-- Why:   parts are ordered from the maker and from outside suppliers by kinds of orders on their days, and what comes is counted against the order (PPL-1.x, PPL-5.x, PTS-1.x, WHK-1.3, WHK-2.x, PPL-6.x, PTS-5.x).
-- Locks: approvals.request, organisation.position_limit, photos.photo and exchange.import for a moment: a column that may be empty, and checks.

create schema parts_orders;
grant usage on schema parts_orders to gangwei_app;

create table parts_orders.supplier (
  store_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('maker', 'outside')),
  contact text not null default '' check (length(contact) <= 60),
  phone text not null default '' check (length(phone) <= 20),
  note text not null default '' check (length(note) <= 300),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, name)
);
select platform.protect('parts_orders.supplier');
grant select, insert, update on parts_orders.supplier to gangwei_app;

-- What a store wants otherwise than the presets (parts-orders/domain/kinds.ts).
create table parts_orders.order_kind (
  store_id uuid not null,
  code text not null check (length(code) between 1 and 10),
  name_zh text not null check (length(name_zh) between 1 and 30),
  name_en text not null check (length(name_en) between 1 and 30),
  source text not null check (source in ('transfer', 'j-order', 'e-order', 'm-order', 'outside')), -- what a purchase request then says
  calendar_bound boolean not null, -- placed on the days of the calendar
  price_percent integer not null check (price_percent between 1 and 500), -- of the usual purchase price
  promised_days integer not null check (promised_days between 0 and 180),
  needs_job boolean not null, -- each line for a purchase request of a car
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, code)
);
select platform.protect('parts_orders.order_kind');
grant select, insert, update on parts_orders.order_kind to gangwei_app;

create table parts_orders.order_day (
  store_id uuid not null,
  day date not null,
  kind text not null check (length(kind) between 1 and 10),
  primary key (store_id, day, kind)
);
select platform.protect('parts_orders.order_day');
grant select, insert, delete on parts_orders.order_day to gangwei_app;

create table parts_orders.calendar_month (
  store_id uuid not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  loaded_at timestamptz not null,
  loaded_by_name text not null,
  announced_at timestamptz, -- to the desk; days changed since then are announced anew
  announced_by_name text,
  version integer not null default 1,
  primary key (store_id, month),
  check ((announced_at is null) = (announced_by_name is null))
);
select platform.protect('parts_orders.calendar_month');
grant select, insert, update on parts_orders.calendar_month to gangwei_app;

create table parts_orders.parts_order (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('draft', 'submitted', 'confirmed', 'closed', 'cancelled')),
  supplier_id uuid not null,
  supplier_name text not null,
  kind text not null check (length(kind) between 1 and 10),
  note text not null default '' check (length(note) <= 300),
  total_fen bigint not null default 0 check (total_fen >= 0), -- net of VAT
  drafted_at timestamptz not null,
  drafted_by uuid not null,
  drafted_by_name text not null,
  approved_fen bigint, -- up to this total somebody else approved it
  approved_by_name text,
  day_reason text not null default '' check (length(day_reason) <= 300), -- why it was not placed on a day of the calendar
  submitted_at timestamptz,
  submitted_by_name text,
  promised_on date,
  confirmed_at timestamptz,
  confirmed_by_name text,
  closed_at timestamptz,
  reason text not null default '' check (length(reason) <= 300), -- why it was cancelled
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, supplier_id) references parts_orders.supplier,
  constraint submitted_whole check ((submitted_at is null) = (submitted_by_name is null) and (submitted_at is null) = (promised_on is null)),
  constraint open_orders_by_status check ((status in ('submitted', 'confirmed')) <= (submitted_at is not null)),
  check ((approved_fen is null) = (approved_by_name is null))
);
create index orders_by_status on parts_orders.parts_order (store_id, status, id);
create index orders_by_submission on parts_orders.parts_order (store_id, submitted_at) where submitted_at is not null;
select platform.protect('parts_orders.parts_order');
grant select, insert, update on parts_orders.parts_order to gangwei_app;

-- Ordered = received + open + cancelled, always: open is what is left.
create table parts_orders.order_line (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  place integer not null,
  part_id uuid not null,
  part_number text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  thousandths bigint not null check (thousandths > 0),
  unit_cost_fen bigint not null check (unit_cost_fen >= 0), -- net of VAT
  request_id uuid, -- the purchase request that it serves
  warranty boolean not null default false, -- the maker pays: maker and number are confirmed before it is ordered (PPL-1.4)
  checked_words text not null default '' check (length(checked_words) <= 200),
  checked_at timestamptz,
  checked_by_name text,
  confirmed_thousandths bigint check (confirmed_thousandths >= 0),
  eta date,
  answer text not null default '' check (length(answer) <= 200), -- what the supplier says about it
  received_thousandths bigint not null default 0 check (received_thousandths >= 0),
  cancelled_thousandths bigint not null default 0 check (cancelled_thousandths >= 0),
  cancel_reason text not null default '' check (length(cancel_reason) <= 300),
  open_thousandths bigint generated always as (thousandths - received_thousandths - cancelled_thousandths) stored,
  primary key (store_id, id),
  foreign key (store_id, order_id) references parts_orders.parts_order,
  constraint no_more_than_ordered check (received_thousandths + cancelled_thousandths <= thousandths),
  constraint a_cancelled_line_has_its_reason check (cancelled_thousandths = 0 or cancel_reason <> ''),
  check ((checked_at is null) = (checked_by_name is null))
);
create index lines_of_order on parts_orders.order_line (store_id, order_id, place);
create index open_lines_of_part on parts_orders.order_line (store_id, part_id) where open_thousandths > 0;
-- A request stands on one order at a time.
create unique index one_order_of_a_request on parts_orders.order_line (store_id, request_id) where request_id is not null and open_thousandths > 0;
select platform.protect('parts_orders.order_line');
grant select, insert, update, delete on parts_orders.order_line to gangwei_app;

create schema receiving;
grant usage on schema receiving to gangwei_app;

create table receiving.receipt (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('counting', 'posted', 'reversed', 'discarded')),
  order_id uuid not null,
  order_number text not null,
  supplier_name text not null,
  delivery_note text not null check (length(delivery_note) between 1 and 60),
  waybill text not null default '' check (length(waybill) <= 60),
  pieces integer not null check (pieces between 0 and 10000), -- boxes taken over from the carrier
  opened integer not null default 0 check (opened between 0 and pieces), -- fragile or yellow-labelled, opened in front of the carrier
  waybill_words text not null default '' check (length(waybill_words) <= 300), -- faults noted on the waybill
  begun_at timestamptz not null,
  begun_by_name text not null,
  posted_at timestamptz,
  posted_by_name text,
  stock_number text not null default '',
  papers_by_name text, -- signed papers handed over complete
  papers_at timestamptz,
  reason text not null default '' check (length(reason) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status in ('posted', 'reversed')) = (posted_at is not null)),
  check ((papers_at is null) = (papers_by_name is null))
);
create index receipts_by_status on receiving.receipt (store_id, status, id);
create index receipts_by_posting on receiving.receipt (store_id, posted_at) where posted_at is not null;
create unique index one_count_at_a_time on receiving.receipt (store_id, order_id) where status = 'counting';
select platform.protect('receiving.receipt');
grant select, insert, update on receiving.receipt to gangwei_app;

create table receiving.receipt_line (
  store_id uuid not null,
  receipt_id uuid not null,
  line_id uuid not null, -- of the order
  part_id uuid not null,
  part_number text not null,
  noted_thousandths bigint not null check (noted_thousandths >= 0), -- what the delivery note says
  counted_thousandths bigint not null check (counted_thousandths >= 0),
  damaged_thousandths bigint not null default 0 check (damaged_thousandths between 0 and counted_thousandths),
  wrong_thousandths bigint not null default 0 check (wrong_thousandths >= 0), -- another part in its box
  words text not null default '' check (length(words) <= 300),
  place_id uuid, -- the bin it is put into
  booked_thousandths bigint not null default 0 check (booked_thousandths >= 0),
  move_id uuid, -- the move that brought it in
  primary key (store_id, receipt_id, line_id),
  foreign key (store_id, receipt_id) references receiving.receipt,
  check ((booked_thousandths > 0) = (move_id is not null))
);
create index receipt_lines_of_line on receiving.receipt_line (store_id, line_id);
select platform.protect('receiving.receipt_line');
grant select, insert, update, delete on receiving.receipt_line to gangwei_app;

create table receiving.fault (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('open', 'reported', 'closed')),
  kind text not null check (kind in ('short', 'over', 'damaged', 'wrong')),
  receipt_id uuid not null,
  receipt_number text not null,
  order_id uuid not null,
  order_number text not null,
  supplier_name text not null,
  part_id uuid not null,
  part_number text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  thousandths bigint not null check (thousandths > 0),
  words text not null default '' check (length(words) <= 300),
  found_at timestamptz not null,
  found_by_name text not null,
  reported_at timestamptz, -- to the supplier; the latest time somebody pressed for an answer
  reported_by_name text,
  reports integer not null default 0,
  answer text not null default '' check (length(answer) <= 300),
  outcome text check (outcome in ('sent-after', 'credited', 'sent-back', 'kept', 'withdrawn')),
  closed_at timestamptz,
  closed_by_name text,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, receipt_id) references receiving.receipt,
  check ((status = 'closed') = (closed_at is not null) and (closed_at is null) = (outcome is null))
);
create index open_faults on receiving.fault (store_id, id) where status <> 'closed';
create index faults_of_receipt on receiving.fault (store_id, receipt_id);
select platform.protect('receiving.fault');
grant select, insert, update on receiving.fault to gangwei_app;

-- A request for approval need not be about a car.
alter table approvals.request alter column order_id drop not null;
insert into organisation.position_right (store_id, position, permission)
  select distinct r.store_id, n.position, n.permission from organisation.position_right r, (values ('PTS', 'approvals.see'), ('PPL', 'approvals.see'), ('PTS', 'photos.see'), ('PTS', 'photos.take'), ('PPL', 'photos.see'),
    ('PPL', 'photos.take'), ('WHK', 'photos.see'), ('WHK', 'photos.take')) as n(position, permission) on conflict do nothing;

alter table organisation.position_limit drop constraint position_limit_kind_check;
alter table organisation.position_limit add constraint position_limit_kind_check check (kind in ('discount', 'allowance', 'deviation', 'parts-order')) not valid;

alter table photos.photo drop constraint photo_subject_check;
alter table photos.photo add constraint photo_subject_check check (subject in ('repair-order', 'duty', 'courtesy-loan', 'receipt')) not valid;
alter table photos.photo drop constraint photo_occasion_check;
alter table photos.photo add constraint photo_occasion_check
  check (occasion in ('walk-around', 'added-work', 'work', 'delivery', 'duty', 'handed-out', 'taken-back', 'opened-box', 'damage', 'delivery-note', 'receipt', 'waybill')) not valid;

-- What jobs took of a part, month by month; what came back counts against it.
create view stock.v_use with (security_invoker) as
  select store_id, id, at, part_id, case when takes_back is null then thousandths else -thousandths end as thousandths from stock.move where line_id is not null;
create view stock.v_held with (security_invoker) as select store_id, part_id, on_hand_thousandths, reserved_thousandths from stock.part_stock;
create view catalogue.v_stocked as select id, number, name_zh, name_en, unit, pack_thousandths, superseded_by, active from catalogue.part;
grant select on stock.v_use, stock.v_held, catalogue.v_stocked to gangwei_app;
create view catalogue.v_barcode as select part_id, barcode from catalogue.part_barcode;
create view stock.v_binned with (security_invoker) as
  select b.store_id, b.part_id, b.place_id, sum(b.thousandths) as thousandths from stock.balance b join stock.place p on p.store_id = b.store_id and p.id = b.place_id and p.kind = 'bin' and p.active
  where b.thousandths > 0 group by b.store_id, b.part_id, b.place_id;
create view parts_orders.v_under_way with (security_invoker) as
  select o.store_id, o.id, o.number, o.supplier_name, o.kind, count(*) as lines, min(coalesce(l.eta, o.promised_on)) as eta
  from parts_orders.parts_order o join parts_orders.order_line l on l.store_id = o.store_id and l.order_id = o.id and l.open_thousandths > 0
  where o.status in ('submitted', 'confirmed') group by o.store_id, o.id, o.number, o.supplier_name, o.kind;
grant select on catalogue.v_barcode, stock.v_binned, parts_orders.v_under_way to gangwei_app;
create view photos.v_kept with (security_invoker) as select store_id, subject, subject_id, occasion from photos.photo where removed_at is null;
grant select on photos.v_kept to gangwei_app;

alter table exchange.import drop constraint import_kind_check;
alter table exchange.import add constraint import_kind_check
  check (kind in ('parts', 'prices', 'operations', 'customers', 'vehicles', 'opening-stock', 'opening-receivables', 'staff', 'campaign-cars', 'order-calendar', 'order-confirmation')) not valid;

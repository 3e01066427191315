-- 0053 suppliers: the statement of the month line by line, payment signed by finance, inquiries and the price of a source
-- Why:   last month's account is agreed line by line around the 20th and paid on the finance manager's signature (PTS-4.1, 4.2, 4.3, PPL-9.1); other makes' parts are asked of several suppliers, by kind of repair (PTS-2.1, 2.2).
-- Locks: exchange.import for a moment: a check; the schema is new, views alone elsewhere.

create schema suppliers;
grant usage on schema suppliers to gangwei_app;

create table suppliers.statement (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('open', 'closed', 'asked', 'signed', 'paid', 'discarded')),
  supplier_id uuid not null,
  supplier_name text not null,
  maker boolean not null,
  month date not null check (extract(day from month) = 1),
  from_at timestamptz not null, -- where the statement before it ended, or the month began
  until_at timestamptz not null check (until_at >= from_at), -- what was posted up to here is ours of this statement
  opened_at timestamptz not null,
  opened_by_name text not null,
  agreed_fen bigint, -- net of VAT, what the invoice must say (PTS-4.2)
  closed_at timestamptz,
  closed_by_name text,
  invoice_number text check (length(invoice_number) between 1 and 40),
  invoice_day date,
  tax_fen bigint check (tax_fen >= 0),
  asked_at timestamptz,
  asked_by_name text,
  signed_at timestamptz,
  signed_by_name text,
  words text not null default '' check (length(words) <= 300), -- why it was opened again, sent back, discarded or taken back
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, supplier_id) references parts_orders.supplier,
  check ((status in ('closed', 'asked', 'signed', 'paid')) = (closed_at is not null)),
  check ((closed_at is null) = (agreed_fen is null) and (closed_at is null) = (closed_by_name is null)),
  check ((status in ('asked', 'signed', 'paid')) = (invoice_number is not null)),
  check ((invoice_number is null) = (invoice_day is null) and (invoice_number is null) = (tax_fen is null) and (invoice_number is null) = (asked_at is null) and (invoice_number is null) = (asked_by_name is null)),
  check ((status in ('signed', 'paid')) = (signed_at is not null) and (signed_at is null) = (signed_by_name is null))
);
-- A month of a supplier is agreed once, and an invoice is paid once.
create unique index one_statement_of_month on suppliers.statement (store_id, supplier_id, month) where status <> 'discarded';
create unique index one_payment_of_invoice on suppliers.statement (store_id, supplier_id, invoice_number) where invoice_number is not null;
create index statements_by_status on suppliers.statement (store_id, status, id);
create index statements_by_month on suppliers.statement (store_id, month);
select platform.protect('suppliers.statement');
grant select, insert, update on suppliers.statement to gangwei_app;

-- Theirs beside ours. Matched anew the rows are written anew; what was said about an unchanged difference stays.
create table suppliers.statement_line (
  store_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  kind text not null check (kind in ('equal', 'quantity', 'price', 'unknown', 'missing')),
  state text not null check (state in ('open', 'taken-up', 'settled')),
  document text not null default '' check (length(document) <= 60), -- what they call the delivery
  part_number text not null check (length(part_number) between 1 and 40),
  their_thousandths bigint,
  their_fen bigint,
  receipt_id uuid,
  receipt_number text not null default '',
  our_document text not null default '',
  our_thousandths bigint,
  our_fen bigint,
  outcome text check (outcome in ('theirs', 'ours', 'next-month')),
  words text not null default '' check (length(words) <= 300),
  said_at timestamptz,
  said_by_name text,
  agreed_fen bigint,
  primary key (store_id, id),
  foreign key (store_id, statement_id) references suppliers.statement,
  check ((their_fen is null) = (their_thousandths is null) and (our_fen is null) = (our_thousandths is null) and (our_fen is null) = (receipt_id is null)),
  check ((kind = 'unknown') = (our_fen is null) and (kind = 'missing') = (their_fen is null)),
  check ((state = 'settled') = (agreed_fen is not null) and (outcome is not null) = (state = 'settled' and kind <> 'equal')),
  constraint a_difference_is_explained check (kind = 'equal' or state = 'open' or (words <> '' and said_by_name is not null))
);
create index lines_of_statement on suppliers.statement_line (store_id, statement_id, id);
select platform.protect('suppliers.statement_line');
grant select, insert, update, delete on suppliers.statement_line to gangwei_app;

-- Paid, and taken back by a counter-entry: rows are only added.
create table suppliers.payment (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  statement_id uuid not null,
  fen bigint not null check (fen <> 0),
  at timestamptz not null,
  person_name text not null,
  reference text not null check (length(reference) between 1 and 60), -- of the bank
  takes_back uuid,
  reason text not null default '' check (length(reason) <= 300),
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, statement_id) references suppliers.statement,
  foreign key (store_id, takes_back) references suppliers.payment,
  check ((takes_back is null) = (fen > 0)),
  check (takes_back is null or reason <> '')
);
create unique index taken_back_once on suppliers.payment (store_id, takes_back) where takes_back is not null;
create index payments_of_statement on suppliers.payment (store_id, statement_id, id);
select platform.protect('suppliers.payment');
select platform.make_ledger('suppliers.payment');

create table suppliers.inquiry (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('open', 'decided', 'dropped')),
  about text not null check (length(about) between 1 and 100), -- the car: make, model, VIN
  kinds text[] not null check (kinds <@ array['insurance', 'customer', 'warranty'] and cardinality(kinds) > 0),
  asked_at timestamptz not null,
  asked_by_name text not null,
  ended_at timestamptz,
  ended_by_name text,
  words text not null default '' check (length(words) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status = 'open') = (ended_at is null) and (ended_at is null) = (ended_by_name is null))
);
create index open_inquiries on suppliers.inquiry (store_id, id) where status = 'open';
select platform.protect('suppliers.inquiry');
grant select, insert, update on suppliers.inquiry to gangwei_app;

create table suppliers.inquiry_line (
  store_id uuid not null,
  id uuid not null,
  inquiry_id uuid not null,
  place integer not null,
  part_number text not null check (length(part_number) between 1 and 40),
  name text not null check (length(name) between 1 and 60),
  thousandths bigint not null check (thousandths > 0),
  primary key (store_id, id),
  unique (store_id, inquiry_id, place),
  foreign key (store_id, inquiry_id) references suppliers.inquiry
);
select platform.protect('suppliers.inquiry_line');
grant select, insert on suppliers.inquiry_line to gangwei_app;

create table suppliers.inquiry_supplier (
  store_id uuid not null,
  inquiry_id uuid not null,
  supplier_id uuid not null,
  supplier_name text not null,
  answered_at timestamptz, -- prices, or that he has none
  answered_by_name text,
  words text not null default '' check (length(words) <= 300),
  primary key (store_id, inquiry_id, supplier_id),
  foreign key (store_id, inquiry_id) references suppliers.inquiry,
  foreign key (store_id, supplier_id) references parts_orders.supplier,
  check ((answered_at is null) = (answered_by_name is null))
);
select platform.protect('suppliers.inquiry_supplier');
grant select, insert, update on suppliers.inquiry_supplier to gangwei_app;

create table suppliers.quote (
  store_id uuid not null,
  inquiry_id uuid not null,
  line_id uuid not null,
  supplier_id uuid not null,
  kind text not null check (kind in ('insurance', 'customer', 'warranty')),
  unit_fen bigint not null check (unit_fen > 0), -- net of VAT
  days integer not null check (days between 0 and 180),
  chosen boolean not null default false,
  primary key (store_id, inquiry_id, line_id, supplier_id, kind),
  foreign key (store_id, inquiry_id, supplier_id) references suppliers.inquiry_supplier,
  foreign key (store_id, line_id) references suppliers.inquiry_line
);
create unique index one_source_of_line on suppliers.quote (store_id, line_id, kind) where chosen;
select platform.protect('suppliers.quote');
grant select, insert, update, delete on suppliers.quote to gangwei_app;

-- What a source was chosen at: the latest of a part and kind counts, the others are its history.
create table suppliers.source_price (
  store_id uuid not null,
  id uuid not null,
  part_number text not null,
  name text not null,
  kind text not null check (kind in ('insurance', 'customer', 'warranty')),
  supplier_id uuid not null,
  supplier_name text not null,
  unit_fen bigint not null check (unit_fen > 0),
  days integer not null,
  inquiry_id uuid not null,
  at timestamptz not null,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, inquiry_id) references suppliers.inquiry
);
create index source_prices_of_part on suppliers.source_price (store_id, part_number, kind, id);
select platform.protect('suppliers.source_price');
select platform.make_ledger('suppliers.source_price');

-- What came in from a supplier, part by part of a receipt, at the price of the order.
create view receiving.v_received with (security_invoker) as
  select r.store_id, r.id as receipt_id, r.number, r.delivery_note, r.order_number, r.posted_at, o.supplier_id, l.part_number,
    sum(l.booked_thousandths)::bigint as thousandths, sum((ol.unit_cost_fen * l.booked_thousandths + 500) / 1000)::bigint as fen
  from receiving.receipt r
  join parts_orders.parts_order o on o.store_id = r.store_id and o.id = r.order_id
  join receiving.receipt_line l on l.store_id = r.store_id and l.receipt_id = r.id and l.booked_thousandths > 0
  join parts_orders.order_line ol on ol.store_id = l.store_id and ol.id = l.line_id
  where r.status = 'posted'
  group by r.store_id, r.id, r.number, r.delivery_note, r.order_number, r.posted_at, o.supplier_id, l.part_number;
create view parts_orders.v_supplier with (security_invoker) as select store_id, id, name, kind, active from parts_orders.supplier;
create view organisation.v_zone as select id as store_id, time_zone from organisation.store;
grant select on receiving.v_received, parts_orders.v_supplier, organisation.v_zone to gangwei_app;

alter table exchange.import drop constraint import_kind_check;
alter table exchange.import add constraint import_kind_check
  check (kind in ('parts', 'prices', 'operations', 'customers', 'vehicles', 'opening-stock', 'opening-receivables', 'staff', 'campaign-cars', 'order-calendar', 'order-confirmation', 'supplier-statement')) not valid;

-- 0055 counter: parts sold without a car, accessories, consumables, what the workshop borrows; requests from a sale and by hand
-- Why:   what leaves the shelves for no repair order leaves on a slip, picked oldest lot first, paid at the till or booked to who had it (PPL-2.3, PPL-3.2, WHK-3.2, WHK-3.3, PTS-3.2).
-- Locks: settlement.payment and purchasing.request for a moment: columns and checks (not valid); new tables and views elsewhere.

create schema counter;
grant usage on schema counter to gangwei_app;

create table counter.slip (
  store_id uuid not null references organisation.store,
  id uuid not null,
  kind text not null check (kind in ('sale', 'accessory', 'consumable', 'loan')),
  number text not null check (length(number) <= 40),
  status text not null check (status in ('open', 'issued', 'handed', 'closed', 'cancelled')),
  pending boolean not null, -- something is still to be done with it
  customer_id uuid, -- of a sale; null: walk-in
  name text not null check (length(name) <= 60), -- customer, consultant, or who of the workshop has it
  phone text not null default '' check (length(phone) <= 20),
  paper_number text not null default '' check (length(paper_number) <= 40), -- of the sales consultant's slip
  order_id uuid, -- the job that consumables or a loan are for; null: the month
  order_number text not null default '',
  plate text not null default '',
  due_on date, -- when what is lent comes back
  note text not null default '' check (length(note) <= 300),
  vat_percent integer not null check (vat_percent between 0 and 100),
  allowance_fen bigint not null default 0 check (allowance_fen >= 0),
  allowance_reason text not null default '' check (length(allowance_reason) <= 300),
  total_fen bigint not null check (total_fen >= 0), -- lines less allowance
  returned_fen bigint not null default 0 check (returned_fen between 0 and total_fen),
  paid_fen bigint not null default 0 check (paid_fen between 0 and total_fen), -- payments less what went back
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null,
  issued_at timestamptz, -- the last line left the shelf
  issued_by_name text,
  handed_at timestamptz,
  handed_by_name text,
  way text check (way in ('pick-up', 'carrier')),
  carrier text not null default '' check (length(carrier) <= 60),
  waybill text not null default '' check (length(waybill) <= 60),
  address text not null default '' check (length(address) <= 200),
  reason text not null default '' check (length(reason) <= 300), -- why it was cancelled
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((kind = 'loan') = (due_on is not null)),
  check ((kind = 'accessory') = (paper_number <> '')),
  check (kind in ('sale', 'accessory') or total_fen = 0),
  check (kind = 'sale' or paid_fen = 0),
  check ((handed_at is null) = (way is null) and (way is distinct from 'carrier' or waybill <> ''))
);
create index slips_by_kind on counter.slip (store_id, kind, id);
create index slips_pending on counter.slip (store_id, kind, id) where pending;
create index slips_by_issue on counter.slip (store_id, kind, issued_at) where issued_at is not null;
-- A consultant's slip is served once; cancelled or brought back whole, it may come again.
create unique index one_slip_of_paper on counter.slip (store_id, paper_number) where kind = 'accessory' and status not in ('cancelled', 'closed');
select platform.protect('counter.slip');
grant select, insert, update on counter.slip to gangwei_app;

create table counter.slip_line (
  store_id uuid not null,
  id uuid not null,
  slip_id uuid not null,
  part_id uuid not null references catalogue.part,
  part_number text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  thousandths bigint not null check (thousandths >= 0), -- 0: the sale of it was lost
  unit_price_fen bigint not null check (unit_price_fen >= 0),
  price_rule text check (price_rule in ('cap', 'retail')),
  amount_fen bigint not null check (amount_fen >= 0),
  allowance_fen bigint not null default 0 check (allowance_fen between 0 and amount_fen),
  issued_thousandths bigint not null default 0 check (issued_thousandths between 0 and thousandths),
  returned_thousandths bigint not null default 0 check (returned_thousandths >= 0),
  consumed_thousandths bigint not null default 0 check (consumed_thousandths >= 0), -- of a loan, what stays with the workshop
  primary key (store_id, id),
  foreign key (store_id, slip_id) references counter.slip,
  check (returned_thousandths + consumed_thousandths <= issued_thousandths)
);
create index lines_of_slip on counter.slip_line (store_id, slip_id, id);
select platform.protect('counter.slip_line');
grant select, insert, update (thousandths, amount_fen, allowance_fen, issued_thousandths, returned_thousandths, consumed_thousandths) on counter.slip_line to gangwei_app;

-- What came back, and what of a loan stays: each deed once.
create table counter.return (
  store_id uuid not null,
  id uuid not null,
  slip_id uuid not null,
  line_id uuid not null,
  kind text not null check (kind in ('back', 'consumed')),
  document text not null check (length(document) <= 40),
  thousandths bigint not null check (thousandths > 0),
  amount_fen bigint not null check (amount_fen >= 0),
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, slip_id) references counter.slip,
  foreign key (store_id, line_id) references counter.slip_line
);
create index returns_of_slip on counter.return (store_id, slip_id, id);
select platform.protect('counter.return');
select platform.make_ledger('counter.return');

create table counter.lost_sale (
  store_id uuid not null references organisation.store,
  id uuid not null,
  slip_id uuid not null,
  slip_number text not null,
  part_id uuid not null references catalogue.part,
  part_number text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  thousandths bigint not null check (thousandths > 0),
  cause text not null check (cause in ('not-in-stock', 'too-long', 'price', 'other')),
  words text not null default '' check (length(words) <= 300),
  at timestamptz not null,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, slip_id) references counter.slip
);
select platform.protect('counter.lost_sale');
select platform.make_ledger('counter.lost_sale');

-- Money for a counter sale is in the one series of receipts and in the day's sums; in part it may go back more than once.
alter table settlement.payment add column sale_id uuid, add column sale_number text check (length(sale_number) <= 40), add column sale_vat_percent integer;
alter table settlement.payment drop constraint payment_of_one;
alter table settlement.payment add constraint payment_of_one check (num_nonnulls(statement_id, receivable_id, deposit_order_id, sale_id) = 1) not valid;
alter table settlement.payment add constraint payment_of_sale check ((sale_id is null) = (sale_number is null) and (sale_id is null) = (sale_vat_percent is null)) not valid;
alter table settlement.payment drop constraint payment_store_id_refunds_key;
create unique index one_refund on settlement.payment (store_id, refunds) where refunds is not null and sale_id is null;
create index payments_of_sale on settlement.payment (store_id, sale_id, id) where sale_id is not null;
create or replace view settlement.v_receipt with (security_invoker) as
  select p.store_id, p.id, p.number, p.day, p.way, p.amount_fen, p.reference, coalesce(s.number, r.document, o.number, p.sale_number) as about,
    case when p.deposit_order_id is not null then 'deposit' when p.sale_id is not null then 'sale' else 'receivable' end as kind, p.sale_vat_percent
  from settlement.payment p
  left join settlement.statement s on s.store_id = p.store_id and s.id = p.statement_id
  left join settlement.opening_receivable r on r.store_id = p.store_id and r.id = p.receivable_id
  left join repair_orders.repair_order o on o.store_id = p.store_id and o.id = p.deposit_order_id;

-- Where a request comes from: a job, a counter sale (whose slip and line stand as order and line), or by hand for the shelf (its own).
alter table purchasing.request add column origin text not null default 'job' check (origin in ('job', 'sale', 'hand'));

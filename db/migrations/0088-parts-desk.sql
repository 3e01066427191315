-- 0088 counter: sales found by who bought, requests in their turn, cash that nobody will hand in
-- Why:   a sale was found by its numbers alone; requests stood by age, not by urgency (PPL-1.2); what a carrier never handed in stayed owed for ever (WHK-3.3).
-- Locks: counter.slip and purchasing.request while they are written anew for their kept columns: seconds at some ten thousand rows.

-- Under row security an index serves only comparisons of plain columns, so what is searched and sorted by is kept.
alter table counter.slip
  add column name_plain text collate "C" generated always as (lower(name)) stored,
  add column phone_backwards text collate "C" generated always as (reverse(phone)) stored,
  add column written_off_fen bigint not null default 0 check (written_off_fen >= 0); -- of what is owed for it: cash on delivery that nobody can hand in
create index slips_by_name on counter.slip (store_id, name_plain);
create index slips_by_phone_tail on counter.slip (store_id, phone_backwards);
create index slips_by_customer on counter.slip (store_id, customer_id) where customer_id is not null;
create index slips_by_paper on counter.slip (store_id, paper_number);
create index slips_by_waybill on counter.slip (store_id, waybill);

alter table purchasing.request add column turn smallint generated always as (case urgency when 'off-road' then 0 when 'waiting' then 1 else 2 end) stored;
create index requests_in_turn on purchasing.request (store_id, turn, id) where status in ('asked', 'sourced');

-- Asked by one, approved by another; taken back by a counter-entry when the money comes after all.
create table counter.write_off (
  store_id uuid not null,
  id uuid not null,
  slip_id uuid not null,
  number text not null check (length(number) <= 40),
  amount_fen bigint not null check (amount_fen <> 0), -- below zero: the counter-entry
  vat_percent integer not null check (vat_percent between 0 and 100),
  carrier text not null check (length(carrier) between 1 and 60), -- who owed it
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  day date not null,
  asked_by_name text not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, slip_id) references counter.slip
);
create index write_offs_of_slip on counter.write_off (store_id, slip_id, id);
create index write_offs_by_day on counter.write_off (store_id, day, id);
select platform.protect('counter.write_off');
select platform.make_ledger('counter.write_off');
grant select, insert on counter.write_off to gangwei_app;

create view counter.v_write_off with (security_invoker) as
  select w.store_id, w.id, w.number, w.amount_fen, w.vat_percent, w.day, s.number as sale_number from counter.write_off w join counter.slip s on s.store_id = w.store_id and s.id = w.slip_id;
grant select on counter.v_write_off to gangwei_app;

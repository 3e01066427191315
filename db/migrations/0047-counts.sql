-- 0047 counts: full and rolling counts of the stock, blind, with recount, explanation, approval and adjustment
-- Why:   the stock is counted every two months at a time agreed with finance and a few bins every day; each difference is explained and approved before the planner adjusts the books
--        (PTS-8.x, PPL-7.x, WHK-5.1, WHK-6.1).
-- Locks: approvals.request: a column loses its "not null", an instant; stock.lot: an index is built, a short while; views alone elsewhere.

create schema counts;
grant usage on schema counts to gangwei_app;

-- What a store wants otherwise than the presets (counts/domain/settings.ts).
create table counts.setting (
  store_id uuid primary key,
  recount_thousandths bigint not null check (recount_thousandths between 0 and 100000000),
  recount_fen bigint not null check (recount_fen between 0 and 100000000),
  lines_a_day integer not null check (lines_a_day between 1 and 200),
  days_a integer not null check (days_a between 1 and 400),
  days_b integer not null check (days_b between 1 and 400),
  days_c integer not null check (days_c between 1 and 400),
  accuracy_target integer not null check (accuracy_target between 0 and 10000), -- hundredths of a percent
  version integer not null
);
select platform.protect('counts.setting');
grant select, insert, update on counts.setting to gangwei_app;

create table counts.count (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  kind text not null check (kind in ('full', 'rolling')),
  status text not null check (status in ('planned', 'counting', 'recounting', 'explaining', 'explained', 'approved', 'adjusted', 'closed', 'cancelled', 'reversed')),
  day date not null,
  briefing text not null check (length(briefing) <= 2000),
  planned_at timestamptz not null,
  planned_by uuid not null,
  planned_by_name text not null,
  agreed_at timestamptz, -- finance said yes to the day
  agreed_by_name text,
  prepared_at timestamptz, -- the storekeeper says that the store is ready
  prepared_by_name text,
  started_at timestamptz,
  entered_at timestamptz, -- the first counting was complete
  asked_at timestamptz, -- the explained differences went to finance
  asked_by uuid,
  approved_at timestamptz,
  approved_by_name text,
  adjusted_at timestamptz,
  adjusted_by_name text,
  document text check (length(document) <= 60), -- of the adjustment
  adjusted_fen bigint, -- what it did to the value of the stock
  ended_at timestamptz, -- closed, cancelled or reversed
  ended_by_name text,
  end_reason text not null default '' check (length(end_reason) <= 500),
  -- What came of it, written when the counting is complete.
  lines integer not null default 0,
  lines_right integer not null default 0,
  net_fen bigint not null default 0,
  absolute_fen bigint not null default 0,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check (kind = 'rolling' or length(briefing) > 0),
  check ((status in ('closed', 'cancelled', 'reversed')) = (ended_at is not null)),
  check ((document is null) = (adjusted_at is null)),
  check (lines_right <= lines)
);
create unique index one_count_at_the_shelves on counts.count (store_id, kind) where status in ('planned', 'counting', 'recounting');
create index counts_under_way on counts.count (store_id, id) where ended_at is null;
create index counts_by_entry on counts.count (store_id, entered_at) where entered_at is not null;
select platform.protect('counts.count');
grant select, insert, update on counts.count to gangwei_app;

-- Who shall count, and when he read the briefing.
create table counts.counter (
  store_id uuid not null,
  count_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  named boolean not null, -- in the plan; who was not named may read and count too
  read_at timestamptz,
  primary key (store_id, count_id, person_id),
  foreign key (store_id, count_id) references counts.count
);
select platform.protect('counts.counter');
grant select, insert, update on counts.counter to gangwei_app;

-- One part in one bin. What the books said at the start is kept and shown to nobody before the counting is complete.
create table counts.line (
  store_id uuid not null,
  id uuid not null,
  count_id uuid not null,
  part_id uuid not null references catalogue.part,
  part_number text not null check (length(part_number) <= 60),
  place_id uuid not null,
  bin text not null check (length(bin) <= 30),
  why jsonb, -- of a rolling count: its class, the days since it was last counted, past errors
  book_thousandths bigint not null default 0 check (book_thousandths >= 0),
  found boolean not null default false, -- the books had nothing there
  entries integer not null default 0,
  last_by uuid,
  -- Of the entry that stands: what the books said at that moment, and what lay there.
  expected_thousandths bigint,
  counted_thousandths bigint,
  difference_thousandths bigint not null default 0,
  value_fen bigint not null default 0, -- of the difference, at the latest cost
  recount boolean not null default false,
  counted_at timestamptz,
  reason text check (reason in ('misplaced', 'not-booked', 'wrong-part', 'damaged', 'unit', 'lost', 'unknown')),
  words text not null default '' check (length(words) <= 300),
  explained_by_name text,
  adjusted_fen bigint, -- at the cost of the lots
  primary key (store_id, id),
  unique (store_id, count_id, place_id, part_id),
  foreign key (store_id, count_id) references counts.count,
  foreign key (store_id, place_id) references stock.place,
  check (num_nulls(expected_thousandths, counted_thousandths, counted_at, last_by) = case when entries = 0 then 4 else 0 end),
  check (entries = 0 or difference_thousandths = counted_thousandths - expected_thousandths)
);
create index lines_in_order on counts.line (store_id, count_id, bin, part_number, id);
create index lines_of_part on counts.line (store_id, part_id, place_id, counted_at);
create index lines_by_time on counts.line (store_id, counted_at) where counted_at is not null;
select platform.protect('counts.line');
grant select, insert, update, delete on counts.line to gangwei_app; -- a planned shelf that another count got to first is dropped

-- Each time somebody counted: a second count stands beside the first one, nothing is overwritten.
create table counts.entry (
  store_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  expected_thousandths bigint not null check (expected_thousandths >= 0),
  counted_thousandths bigint not null check (counted_thousandths >= 0),
  primary key (store_id, id),
  foreign key (store_id, line_id) references counts.line
);
create index entries_of_line on counts.entry (store_id, line_id, id);
create index entries_of_person on counts.entry (store_id, person_id, line_id);
select platform.protect('counts.entry');
select platform.make_ledger('counts.entry');

-- What lies in which bin, what a part cost last, and what was handed out to jobs.
create view stock.v_bin_balance with (security_invoker) as
  select b.store_id, b.part_id, b.place_id, p.code as bin, sum(b.thousandths)::bigint as thousandths
  from stock.balance b join stock.place p on p.store_id = b.store_id and p.id = b.place_id and p.kind = 'bin'
  where b.thousandths > 0 group by b.store_id, b.part_id, b.place_id, p.code;
create index lots_latest_first on stock.lot (store_id, part_id, received_on desc, id desc);
create or replace view stock.v_issue with (security_invoker) as
  select m.store_id, m.line_id, case when m.to_place = j.id then m.cost_fen else -m.cost_fen end as cost_fen, m.part_id, m.id
  from stock.place j join stock.move m on m.store_id = j.store_id and (m.to_place = j.id or m.from_place = j.id)
  where j.kind = 'job' and m.line_id is not null;
grant select on stock.v_bin_balance to gangwei_app;

-- A request is about a repair order, or about something else that has a page of its own: its subject.
alter table approvals.request alter column order_id drop not null;

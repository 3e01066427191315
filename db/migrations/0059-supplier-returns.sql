-- 0059 supplier-returns: parts that go back to their supplier, quality claims, and both in the supplier's statement of the month
-- Why:   parts not fitted, wrong or faulty go back on a slip that finance has, the supplier confirms by phone (PTS-2.4, PPL-9.2, STM-5.4); what failed is claimed and answered (PTS-2.3).
-- Locks: suppliers.statement_line while its index is built; photos.photo for a moment: a check; views and new tables elsewhere.

create schema supplier_returns;
grant usage on schema supplier_returns to gangwei_app;

create table supplier_returns.return (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('asked', 'agreed', 'sent', 'arrived', 'credited', 'withdrawn', 'reversed')),
  supplier_id uuid not null,
  supplier_name text not null,
  about text not null default '' check (length(about) <= 100), -- the accident car or repair order it comes from
  asked_at timestamptz not null,
  asked_by_name text not null,
  expected_fen bigint not null check (expected_fen >= 0), -- cost of the lots when it was applied for
  agreed_at timestamptz, -- by phone: with whom, and what was agreed
  agreed_by_name text,
  agreed_with text check (length(agreed_with) between 1 and 60),
  agreed_words text check (length(agreed_words) between 1 and 300),
  credit_fen bigint check (credit_fen >= 0), -- net of VAT, what the supplier said he credits
  sent_at timestamptz,
  sent_by_name text,
  waybill text not null default '' check (length(waybill) <= 60),
  document text check (length(document) <= 60), -- of the moves
  cost_fen bigint check (cost_fen >= 0), -- of the lots, to the fen
  slip_at timestamptz, -- finance has the slip
  slip_by_name text,
  arrived_at timestamptz, -- by phone: who has it there
  arrived_by_name text,
  arrived_with text check (length(arrived_with) between 1 and 60),
  statement_id uuid, -- that credited it
  statement_number text,
  credited_fen bigint,
  counter_document text check (length(counter_document) <= 60),
  words text not null default '' check (length(words) <= 300), -- why it was withdrawn or reversed
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, supplier_id) references parts_orders.supplier,
  check ((agreed_at is null) = (agreed_by_name is null) and (agreed_at is null) = (agreed_with is null) and (agreed_at is null) = (agreed_words is null) and (agreed_at is null) = (credit_fen is null)),
  check (status in ('asked', 'withdrawn') or agreed_at is not null),
  check ((status in ('sent', 'arrived', 'credited', 'reversed')) = (document is not null)),
  check ((document is null) = (sent_at is null) and (document is null) = (sent_by_name is null) and (document is null) = (cost_fen is null)),
  check ((slip_at is null) = (slip_by_name is null) and (slip_at is null or document is not null)),
  check ((arrived_at is null) = (arrived_by_name is null) and (arrived_at is null) = (arrived_with is null) and (status <> 'arrived' or arrived_at is not null)),
  check ((status = 'credited') = (statement_id is not null) and (statement_id is null) = (statement_number is null) and (statement_id is null) = (credited_fen is null)),
  check ((status = 'reversed') = (counter_document is not null))
);
create index returns_open on supplier_returns.return (store_id, id) where status in ('asked', 'agreed', 'sent', 'arrived');
create index returns_of_supplier on supplier_returns.return (store_id, supplier_id, sent_at) where sent_at is not null;
create index returns_by_statement on supplier_returns.return (store_id, statement_id) where statement_id is not null;
select platform.protect('supplier_returns.return');
grant select, insert, update on supplier_returns.return to gangwei_app;

create table supplier_returns.return_line (
  store_id uuid not null,
  id uuid not null,
  return_id uuid not null,
  part_id uuid not null,
  part_number text not null,
  place_id uuid not null,
  bin text not null,
  lot_id uuid, -- null: the oldest first
  thousandths bigint not null check (thousandths > 0),
  cause text not null check (cause in ('wrong', 'damaged', 'unfitted', 'quality', 'overstock')),
  expected_fen bigint not null check (expected_fen >= 0),
  credit_fen bigint check (credit_fen >= 0),
  cost_fen bigint check (cost_fen >= 0),
  primary key (store_id, id),
  foreign key (store_id, return_id) references supplier_returns.return,
  foreign key (store_id, place_id) references stock.place
);
create index lines_of_return on supplier_returns.return_line (store_id, return_id, bin, part_number, id);
select platform.protect('supplier_returns.return_line');
grant select, insert, update (credit_fen, cost_fen) on supplier_returns.return_line to gangwei_app;

create table supplier_returns.claim (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('open', 'accepted', 'refused', 'closed', 'withdrawn')),
  supplier_id uuid not null,
  supplier_name text not null,
  part_number text not null check (length(part_number) between 1 and 40),
  thousandths bigint not null check (thousandths > 0),
  claimed_fen bigint not null check (claimed_fen > 0), -- net of VAT
  basis text not null check (basis in ('job', 'receipt')), -- the part failed in a car, or as it came
  basis_id uuid not null,
  basis_number text not null,
  fault text not null check (length(fault) between 1 and 300),
  due_day date not null, -- by then the supplier must have answered
  opened_at timestamptz not null,
  opened_by_name text not null,
  answered_at timestamptz,
  answered_by_name text,
  answered_with text check (length(answered_with) between 1 and 60),
  answer_words text check (length(answer_words) between 1 and 300),
  remedy text check (remedy in ('replacement', 'credit', 'money')),
  granted_fen bigint check (granted_fen >= 0),
  statement_id uuid, -- that credited it
  statement_number text,
  closed_at timestamptz,
  closed_by_name text,
  words text not null default '' check (length(words) <= 300), -- how it was closed, or why it was withdrawn or opened again
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, supplier_id) references parts_orders.supplier,
  check ((status in ('accepted', 'refused', 'closed')) = (answered_at is not null)),
  check ((answered_at is null) = (answered_by_name is null) and (answered_at is null) = (answered_with is null) and (answered_at is null) = (answer_words is null)),
  check ((remedy is null) = (granted_fen is null) and (status <> 'accepted' or remedy is not null) and (status <> 'refused' or remedy is null)),
  check ((statement_id is null) = (statement_number is null) and (statement_id is null or remedy = 'credit')),
  check ((status = 'closed') = (closed_at is not null) and (closed_at is null) = (closed_by_name is null)),
  check (status <> 'closed' or remedy is distinct from 'credit' or statement_id is not null)
);
create index claims_open on supplier_returns.claim (store_id, id) where status in ('open', 'accepted', 'refused');
create index claims_by_time on supplier_returns.claim (store_id, opened_at);
create index claims_credited on supplier_returns.claim (store_id, supplier_id, answered_at) where remedy = 'credit';
create index claims_by_statement on supplier_returns.claim (store_id, statement_id) where statement_id is not null;
select platform.protect('supplier_returns.claim');
grant select, insert, update on supplier_returns.claim to gangwei_app;

-- What lowers a supplier's account: goods that went back at the credit he named, and claims he credits.
create view supplier_returns.v_account with (security_invoker) as
  select r.store_id, r.id as receipt_id, r.number, r.waybill as delivery_note, ''::text as order_number, r.sent_at as posted_at, r.supplier_id, l.part_number, -sum(l.thousandths)::bigint as thousandths, -sum(l.credit_fen)::bigint as fen
  from supplier_returns.return r join supplier_returns.return_line l on l.store_id = r.store_id and l.return_id = r.id
  where r.status in ('sent', 'arrived', 'credited')
  group by r.store_id, r.id, r.number, r.waybill, r.sent_at, r.supplier_id, l.part_number
  union all
  select store_id, id, number, '', '', answered_at, supplier_id, part_number, -thousandths, -granted_fen from supplier_returns.claim where remedy = 'credit';

-- Ours of a statement: what came in, and what went back.
create view suppliers.v_ours with (security_invoker) as
  select store_id, receipt_id, number, delivery_note, order_number, posted_at, supplier_id, part_number, thousandths, fen from receiving.v_received
  union all
  select store_id, receipt_id, number, delivery_note, order_number, posted_at, supplier_id, part_number, thousandths, fen from supplier_returns.v_account;

-- What closed statements say of each receipt, return and claim.
create index lines_of_source on suppliers.statement_line (store_id, receipt_id) where receipt_id is not null;
create view suppliers.v_agreed with (security_invoker) as
  select l.store_id, l.statement_id, s.number as statement_number, l.receipt_id as source_id, l.agreed_fen, l.outcome is not distinct from 'next-month' as carried
  from suppliers.statement_line l join suppliers.statement s on s.store_id = l.store_id and s.id = l.statement_id
  where s.closed_at is not null and l.receipt_id is not null;
grant select on supplier_returns.v_account, suppliers.v_ours, suppliers.v_agreed to gangwei_app;

alter table photos.photo drop constraint photo_subject_check;
alter table photos.photo add constraint photo_subject_check
  check (subject in ('repair-order', 'duty', 'courtesy-loan', 'receipt', 'task', 'meeting', 'scrap', 'supplier-return', 'supplier-claim', 'expense')) not valid;

-- 0046 answers: the whole estimate answered by link; the usual days of a source; a refused claim that moves to another payer
-- Why:   the customer's yes from afar is the yes of the counter (rules.md, Remote link); a short part has a day before anybody asked for it (SAD-1.4.4);
--        a claim refused after settlement moves by a pair of supplement statements (rules.md, Reversal).
-- Locks: repair_orders.line and answers.link: columns without a rewrite; settlement.statement: checks are exchanged and an index is built anew, a short while.

-- Lines that came with a package are accepted or refused together: the package's price is the price of all of it.
alter table repair_orders.line add column package jsonb;

-- What a link asks about; `terms`: the finish that was looked up, why it is promised earlier, and what was chosen so far.
alter table answers.link
  add column subject text not null default 'added-work' check (subject in ('added-work', 'estimate')),
  add column terms jsonb,
  add constraint an_estimate_has_terms check ((subject = 'estimate') = (terms is not null));
alter table answers.link alter column subject drop default;

-- What a store wants otherwise than the presets (purchasing/domain/source-days.ts).
create table purchasing.source_setting (
  store_id uuid primary key,
  days jsonb not null, -- calendar days by source
  usual text not null check (usual in ('transfer', 'j-order', 'e-order', 'm-order', 'outside')),
  version integer not null
);
select platform.protect('purchasing.source_setting');
grant select, insert, update on purchasing.source_setting to gangwei_app;

-- A supplement belongs to the statement whose claim was refused: one below zero for its payer, one above for who pays instead.
alter table settlement.statement
  add column supplement_of uuid,
  add column supplement_reason text check (length(supplement_reason) between 1 and 300),
  add constraint supplement_whole check (num_nulls(supplement_of, supplement_reason) in (0, 2)),
  add constraint supplement_of_statement foreign key (store_id, supplement_of) references settlement.statement,
  drop constraint statement_total_fen_check,
  drop constraint statement_check,
  add constraint only_a_supplement_is_below_zero check (total_fen >= 0 or supplement_of is not null),
  add constraint paid_within_total check (paid_fen between least(total_fen, 0) and greatest(total_fen, 0));
drop index settlement.one_valid_statement;
create unique index one_valid_statement on settlement.statement (store_id, order_id, payer) where reversed_at is null and supplement_of is null;
create index supplements_of_statement on settlement.statement (store_id, supplement_of) where supplement_of is not null;

-- The refused claim and its counter statement cancel each other: what is set off counts as paid on both, with opposite signs.
create table settlement.set_off (
  store_id uuid not null,
  counter_id uuid not null,
  statement_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  at timestamptz not null,
  person_id uuid not null,
  primary key (store_id, counter_id),
  foreign key (store_id, counter_id) references settlement.statement,
  foreign key (store_id, statement_id) references settlement.statement
);
create index set_offs_of_statement on settlement.set_off (store_id, statement_id);
select platform.protect('settlement.set_off');
select platform.make_ledger('settlement.set_off');

-- To whom a refused claim shall go, where it is asked for.
alter table approvals.request add column detail text not null default '' check (length(detail) <= 40);

-- For the journal: when a statement was made, whether it is a supplement, and what the parts of a job cost at a moment.
create or replace view settlement.v_bill with (security_invoker) as
  select store_id, id, number, order_id, order_number, payer, payer_name, plate, day, total_fen, net_fen, tax_fen, paid_fen, reversed_at, debtor_id, debtor_name, credit_due_on, at, supplement_of from settlement.statement;
create view stock.v_job_cost with (security_invoker) as
  select store_id, line_id, at, case when takes_back is null then cost_fen else -cost_fen end as cost_fen from stock.move where line_id is not null;
grant select on stock.v_job_cost to gangwei_app;
create index parts_of_split_lines on settlement.statement_line (store_id, line_id) where line_amount_fen is not null;

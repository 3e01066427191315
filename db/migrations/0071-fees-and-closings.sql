-- 0071 settlement: what a payment's channel keeps, and the day closed way by way
-- Why: a payment is recorded with its fee and reconciled with the till (the visit in full, number 9); only cash was compared when a day was closed.
-- Locks: settlement.payment for a moment: one column with a constant, checks not valid.

alter table settlement.payment add column fee_fen bigint not null default 0; -- what the channel keeps of it; below zero where it comes back with a refund
alter table settlement.payment add constraint payment_fee_within check (case when amount_fen > 0 then fee_fen between 0 and amount_fen else fee_fen between amount_fen and 0 end) not valid;
alter table settlement.payment add constraint payment_cash_has_no_fee check (way <> 'cash' or fee_fen = 0) not valid;

create table settlement.way_fee (
  store_id uuid not null references organisation.store,
  way text not null check (way in ('wechat', 'alipay', 'card', 'transfer')),
  hundredths integer not null check (hundredths between 0 and 1000), -- of a percent: 60 = 0.60 %
  comes_back boolean not null, -- with a refund
  version integer not null default 1,
  primary key (store_id, way)
);
select platform.protect('settlement.way_fee');
grant select, insert, update on settlement.way_fee to gangwei_app;

create table settlement.till_way (
  store_id uuid not null,
  day date not null,
  way text not null check (way in ('wechat', 'alipay', 'card', 'transfer')),
  taken_fen bigint not null, -- by the books
  stated_fen bigint not null, -- by the statement of the channel
  primary key (store_id, day, way),
  foreign key (store_id, day) references settlement.till_day
);
select platform.protect('settlement.till_way');
select platform.make_ledger('settlement.till_way');
create index tills_open on settlement.till_day (store_id, day) where closed_at is null;

create or replace view settlement.v_receipt with (security_invoker) as
  select p.store_id, p.id, p.number, p.day, p.way, p.amount_fen, p.reference, coalesce(s.number, r.document, o.number, p.sale_number) as about,
    case when p.deposit_order_id is not null then 'deposit' when p.sale_id is not null then 'sale' else 'receivable' end as kind, p.sale_vat_percent, p.fee_fen
  from settlement.payment p
  left join settlement.statement s on s.store_id = p.store_id and s.id = p.statement_id
  left join settlement.opening_receivable r on r.store_id = p.store_id and r.id = p.receivable_id
  left join repair_orders.repair_order o on o.store_id = p.store_id and o.id = p.deposit_order_id;

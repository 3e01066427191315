-- 0083 counter: a deposit for a sale whose parts are not there yet; settlement and parts orders know it
-- Why:   order kinds that need a job or a deposit took a counter sale without one, because the counter took no money before picking (PTS-1.3).
-- Locks: settlement.payment, counter.slip and parts_orders.order_kind for a moment: columns with a constant, checks not valid.

alter table settlement.payment add column prepaid boolean not null default false; -- for a sale whose goods are not picked yet: it is the customer's until then
alter table settlement.payment add constraint payment_prepaid_is_of_sale check (not prepaid or sale_id is not null) not valid;

-- What of a deposit went into the sale when its goods were picked.
create table settlement.sale_deposit_use (
  store_id uuid not null references organisation.store,
  id uuid not null,
  sale_id uuid not null,
  sale_number text not null check (length(sale_number) <= 40),
  sale_vat_percent integer not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (store_id, id)
);
select platform.protect('settlement.sale_deposit_use');
select platform.make_ledger('settlement.sale_deposit_use');
create index sale_deposit_uses_by_time on settlement.sale_deposit_use (store_id, at);
create index sale_deposit_uses_of_sale on settlement.sale_deposit_use (store_id, sale_id);

create or replace view settlement.v_receipt with (security_invoker) as
  select p.store_id, p.id, p.number, p.day, p.way, p.amount_fen, p.reference, coalesce(s.number, r.document, o.number, p.sale_number) as about,
    case when p.deposit_order_id is not null or p.prepaid then 'deposit' when p.sale_id is not null then 'sale' else 'receivable' end as kind, case when not p.prepaid then p.sale_vat_percent end as sale_vat_percent, p.fee_fen
  from settlement.payment p
  left join settlement.statement s on s.store_id = p.store_id and s.id = p.statement_id
  left join settlement.opening_receivable r on r.store_id = p.store_id and r.id = p.receivable_id
  left join repair_orders.repair_order o on o.store_id = p.store_id and o.id = p.deposit_order_id;
create or replace view settlement.v_deposit_use with (security_invoker) as
  select u.store_id, u.id, u.at, u.amount_fen, s.number as about, null::integer as sale_vat_percent from settlement.deposit_use u join settlement.statement s on s.store_id = u.store_id and s.id = u.statement_id
  union all
  select store_id, id, at, amount_fen, sale_number, sale_vat_percent from settlement.sale_deposit_use;

alter table counter.slip add column deposit_fen bigint not null default 0 check (deposit_fen >= 0); -- held for the customer, neither used nor given back

alter table parts_orders.order_kind add column deposit_percent integer not null default 0 check (deposit_percent between 0 and 100); -- of the sale's price, before a part is ordered for the counter
update parts_orders.order_kind set deposit_percent = case code when 'E' then 50 else 30 end where needs_job;

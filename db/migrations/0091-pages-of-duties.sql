-- 0091 organisation: who owes a duty may open the page its button leads to
-- Why:   the buttons of WSS-2.7, WSS-2.9, INS-1.1 and WHK-6.2 led their own holders to a refusal.
-- Locks: a few rows of organisation.position_right are added.

alter table organisation.position_right no force row level security;
insert into organisation.position_right (store_id, position, permission)
  select distinct r.store_id, n.position, n.permission from organisation.position_right r,
    (values ('WSS', 'catalogue.seeRates'), ('WSS', 'approvals.see'), ('INS', 'workshop.see'), ('WHK', 'exchange.see')) as n(position, permission) on conflict do nothing;
alter table organisation.position_right force row level security;

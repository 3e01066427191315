-- 0084 counter: cash on delivery is tied to its shipment, also where an advance pays it
-- Why:   what a carrier or the house's driver collects for a sale was not known by its shipment, nor what an advance for an incoming shipment was drawn for (WHK-1.2, WHK-3.3).
-- Locks: counter.slip, settlement.payment and expenses.iou for a moment: columns without a default or with a constant, checks not valid.

alter table counter.slip add column cod_fen bigint check (cod_fen > 0); -- what whoever took the goods is to collect; null: they were paid before
alter table counter.slip drop constraint slip_way_check;
alter table counter.slip add constraint slip_way_check check (way in ('pick-up', 'carrier', 'driver')) not valid;
alter table counter.slip add constraint slip_cod_has_bearer check (cod_fen is null or (way in ('carrier', 'driver') and carrier <> '')) not valid;
create index slips_cash_outside on counter.slip (store_id, id) where pending and cod_fen is not null;

alter table settlement.payment add column collected_by text check (length(collected_by) between 1 and 60); -- who collected it for the house and handed it in: a carrier, a driver
alter table settlement.payment add column short_fen bigint not null default 0 check (short_fen >= 0); -- what was missing when it was handed in; its reason stands beside it
alter table settlement.payment add constraint payment_collected_is_of_sale check (collected_by is null or sale_id is not null) not valid;
alter table settlement.payment add constraint payment_short_has_reason check (short_fen = 0 or (collected_by is not null and reason <> '')) not valid;
create index payments_collected on settlement.payment (store_id, day, id) where collected_by is not null;

alter table expenses.iou add column shipment_id uuid, add column shipment_number text check (length(shipment_number) <= 40), add column shipment_due_fen bigint check (shipment_due_fen >= 0); -- what the carrier said is due on delivery
alter table expenses.iou add constraint iou_shipment_whole check ((shipment_id is null) = (shipment_number is null)) not valid;
create index ious_of_shipment on expenses.iou (store_id, shipment_id) where shipment_id is not null;

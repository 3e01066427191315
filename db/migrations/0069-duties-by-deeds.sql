-- 0069 duties: what the manual asks is shown by what was done, not by what stands beside it
-- Why:   the certification scheme is a written rule that those whom it binds have read (WSS-2.10, STM-3.14); a hard fault is a point of its consultation (WSS-2.4); the customer who waits
--        is taken to the lounge (SAD-1.6); how soon a key goes over to the workshop is the store's own figure (FDS-5.1); whether a part was scanned when it left its shelf (WHK-3.1).
-- Locks: technical_documents.document and meetings.item for the exchange of a check that holds for all rows; workshop.setting and stock.move for a column without a rewrite.

alter table technical_documents.document drop constraint document_kind_check,
  add constraint document_kind_check check (kind in ('manual', 'wiring', 'torque', 'bulletin', 'assessment', 'other'));
create index assessment_rules on technical_documents.document (store_id, id) where kind = 'assessment';

-- Who has read a document; said once, by himself.
create table technical_documents.reading (
  store_id uuid not null,
  document_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (store_id, document_id, person_id),
  foreign key (store_id, document_id) references technical_documents.document
);
select platform.protect('technical_documents.reading');
select platform.make_ledger('technical_documents.reading');

alter table meetings.item drop constraint item_kind_check,
  add constraint item_kind_check check (kind in ('missed-duty', 'complaint', 'comeback', 'late-promise', 'overdue-task', 'hard-fault', 'own'));

-- Who took a customer that waits in the house to the lounge.
create table repair_orders.lounge (
  store_id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references repair_orders.repair_order
);
select platform.protect('repair_orders.lounge');
select platform.make_ledger('repair_orders.lounge');

alter table workshop.setting add column hand_over_minutes integer not null default 30 check (hand_over_minutes between 1 and 480);

-- Null: nothing was handed out by it, or it was before scans were kept.
alter table stock.move add column scanned boolean;

-- 0085 picking: what left its shelf unscanned is listed wherever it went; and an order sheet as each maker wants it
-- Why:   the rule of picking by scan held for jobs alone, while the counter and other stores are served from the same shelves (WHK-3.1); makers read their own columns.
-- Locks: none that anybody waits for: views, and a new table.

create or replace view counter.v_slip with (security_invoker) as select store_id, id, kind, number, name from counter.slip;
create view transfers.v_sent with (security_invoker) as
  select t.giving_store as store_id, t.id, t.number, s.name_zh, s.name_en from transfers.transfer t join organisation.v_store_name s on s.id = t.asking_store where t.status in ('shipped', 'closed');
grant select on transfers.v_sent to gangwei_app;

-- How a maker wants its order sheet; without a row the preset counts (parts-orders/domain/sheet.ts). Its confirmation comes back under the same headers.
create table parts_orders.sheet_layout (
  store_id uuid not null,
  supplier_id uuid not null,
  titled boolean not null, -- a line above the headers that says which order it is
  columns jsonb not null check (jsonb_typeof(columns) = 'array'), -- in their order: {field, header}
  version integer not null default 1,
  primary key (store_id, supplier_id),
  foreign key (store_id, supplier_id) references parts_orders.supplier
);
select platform.protect('parts_orders.sheet_layout');
grant select, insert, update on parts_orders.sheet_layout to gangwei_app;

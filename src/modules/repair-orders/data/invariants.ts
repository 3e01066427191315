/** Each gives no row. */
export const repairOrderInvariants: Readonly<Record<string, string>> = {
  'repair orders: added work that waits is counted on its order': `
    select o.store_id, o.id from repair_orders.repair_order o
    left join (select store_id, order_id, count(*) as open from repair_orders.added_work where status in ('found', 'priced') group by 1, 2) a on a.store_id = o.store_id and a.order_id = o.id
    where o.open_added_work <> coalesce(a.open, 0)`,
  'repair orders: the lines of added work are lines of its order exactly when the customer agreed': `
    select a.store_id, a.id from repair_orders.added_work a cross join jsonb_array_elements(a.lines) w
    left join repair_orders.line l on l.store_id = a.store_id and l.order_id = a.order_id and l.id = (w ->> 'id')::uuid
    where (a.status = 'agreed') <> (l.id is not null)`,
  'repair orders: nothing is reserved for a car that left or whose visit was cancelled': `
    select r.store_id, r.line_id from stock.reservation r join repair_orders.repair_order o on o.store_id = r.store_id and o.id = r.order_id where o.closed_at is not null`,
}

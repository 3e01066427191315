/** Each gives no row. */
export const partsOrderInvariants: Readonly<Record<string, string>> = {
  'parts orders: ordered = received + open + cancelled on each line': `
    select store_id, id from parts_orders.order_line where thousandths <> received_thousandths + open_thousandths + cancelled_thousandths or open_thousandths < 0`,
  'parts orders: what is over has nothing open, what is under way has': `
    select o.store_id, o.id from parts_orders.parts_order o left join parts_orders.order_line l on l.store_id = o.store_id and l.order_id = o.id
    where o.status <> 'draft' group by o.store_id, o.id, o.status having (coalesce(sum(l.open_thousandths), 0) = 0) <> (o.status in ('closed', 'cancelled'))`,
  'parts orders: a draft has received nothing, and costs the sum of its lines': `
    select o.store_id, o.id from parts_orders.parts_order o left join parts_orders.order_line l on l.store_id = o.store_id and l.order_id = o.id
    where o.status = 'draft' group by o.store_id, o.id, o.total_fen having coalesce(sum(l.received_thousandths), 0) <> 0 or o.total_fen <> coalesce(sum(round(l.unit_cost_fen::numeric * l.thousandths / 1000)), 0)`,
}

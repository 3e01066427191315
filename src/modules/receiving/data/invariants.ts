/** Each gives no row. */
export const receivingInvariants: Readonly<Record<string, string>> = {
  'receiving: an order line received what its posted receipts booked': `
    select l.store_id, l.line_id from receiving.receipt_line l join receiving.receipt r on r.store_id = l.store_id and r.id = l.receipt_id
    join parts_orders.order_line o on o.store_id = l.store_id and o.id = l.line_id
    group by l.store_id, l.line_id, o.received_thousandths having o.received_thousandths <> coalesce(sum(l.booked_thousandths) filter (where r.status = 'posted'), 0)`,
  'receiving: what an order received has a posted receipt': `
    select o.store_id, o.id from parts_orders.order_line o where o.received_thousandths > 0
      and not exists (select from receiving.receipt_line l join receiving.receipt r on r.store_id = l.store_id and r.id = l.receipt_id and r.status = 'posted' where l.store_id = o.store_id and l.line_id = o.id)`,
  'receiving: what was booked is the move that brought it in': `
    select l.store_id, l.receipt_id, l.line_id from receiving.receipt_line l left join stock.move m on m.store_id = l.store_id and m.id = l.move_id
    where l.booked_thousandths > 0 and (m.id is null or m.thousandths <> l.booked_thousandths or m.part_id <> l.part_id)`,
}

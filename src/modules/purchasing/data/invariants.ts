/** Each gives no row. */
export const purchasingInvariants: Readonly<Record<string, string>> = {
  'purchasing: what is asked for stands on a line of the order it names': `
    select r.store_id, r.id from purchasing.request r left join repair_orders.line l on l.store_id = r.store_id and l.id = r.line_id
    where r.status in ('asked', 'sourced') and r.origin = 'job' and (l.id is null or l.order_id <> r.order_id or l.part_id <> r.part_id)`,
}

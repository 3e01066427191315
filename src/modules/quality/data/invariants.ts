/** Laws of certificates and comebacks: each query gives no row. */
export const qualityInvariants: Readonly<Record<string, string>> = {
  'quality: certificate numbers have no gap': `
    select n.store_id, n.day, n.last from platform.document_number n where n.kind = 'CC' and n.last <> (
      select count(*) from quality.certificate c where c.store_id = n.store_id and right(left(c.number, -5), 6) = to_char(n.day, 'YYMMDD'))`,
  'quality: nobody signed while a comeback waited for its payer': `
    select c.store_id, c.id from quality.comeback c join repair_orders.repair_order o on o.store_id = c.store_id and o.id = c.order_id
    where c.status = 'proposed' and o.status not in ('received', 'estimated', 'cancelled')`,
}

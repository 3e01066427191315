/** Each gives no row, after every scenario and every fault. */
export const expenseInvariants: Readonly<Record<string, string>> = {
  'expenses: what the till gave and took for a claim is what it paid, and nothing once it is reversed': `
    select c.store_id, c.id from expenses.claim c
    left join (select store_id, subject_id, sum(amount_fen) as fen from settlement.till_movement where subject = 'expense' group by 1, 2) m on m.store_id = c.store_id and m.subject_id = c.id
    where coalesce(m.fen, 0) <> case when c.status = 'settled' then -c.paid_fen else 0 end`,
  'expenses: an IOU is out of the till until it came back whole': `
    select i.store_id, i.id from expenses.iou i
    left join (select store_id, subject_id, sum(amount_fen) as fen from settlement.till_movement where subject = 'iou' group by 1, 2) m on m.store_id = i.store_id and m.subject_id = i.id
    where coalesce(m.fen, 0) <> case when i.status = 'returned' then 0 else -i.amount_fen end`,
  'expenses: advance and difference are the amount of the claim, and a settled IOU has its settled claim': `
    select c.store_id, c.id from expenses.claim c left join expenses.iou i on i.store_id = c.store_id and i.id = c.iou_id
    where c.status = 'settled' and (c.paid_fen + coalesce(i.amount_fen, 0) <> c.amount_fen or i.status <> 'settled')
    union all
    select i.store_id, i.id from expenses.iou i
    where i.status = 'settled' and not exists (select from expenses.claim c where c.store_id = i.store_id and c.iou_id = i.id and c.status = 'settled')`,
  'expenses: numbers of till movements have no gap': `
    select store_id, day, last from platform.document_number n where kind = 'TM' and last <> (select count(*) from settlement.till_movement m where m.store_id = n.store_id and m.day = n.day)`,
}

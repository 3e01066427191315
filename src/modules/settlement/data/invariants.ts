/** Each gives no row (reliability.md, Invariants 5 to 7 and 10). */
export const settlementInvariants: Readonly<Record<string, string>> = {
  'settlement: a statement is the sum of its lines less its allowance, net and tax included': `
    select s.store_id, s.id from settlement.statement s
    join (select store_id, statement_id, sum(amount_fen) as lines, sum(allowance_fen) as allowance, sum(net_fen) as net, sum(tax_fen) as tax
      from settlement.statement_line group by 1, 2) l on l.store_id = s.store_id and l.statement_id = s.id
    where s.lines_fen <> l.lines or s.allowance_fen <> l.allowance or s.net_fen <> l.net or s.tax_fen <> l.tax`,
  'settlement: the valid statements of a settled order hold each of its lines whole, an undivided one with its payer': `
    select o.store_id, o.id, l.id as line_id from repair_orders.repair_order o
    join repair_orders.line l on l.store_id = o.store_id and l.order_id = o.id
    left join (select s.store_id, s.order_id, p.line_id, sum(p.amount_fen) as amount, min(s.payer) filter (where s.supplement_of is null) as payer
      from settlement.statement s join settlement.statement_line p on p.store_id = s.store_id and p.statement_id = s.id where s.reversed_at is null group by 1, 2, 3) s
      on s.store_id = l.store_id and s.order_id = l.order_id and s.line_id = l.id
    where o.status in ('settled', 'delivered') and (s.amount is distinct from l.amount_fen or (l.shares = '[]' and s.payer <> l.payer))`,
  'settlement: paid equals the payments, what of a deposit was used, and what was set off against a refused claim': `
    select s.store_id, s.id from settlement.statement s
    left join (select store_id, statement_id, sum(amount_fen) as paid from settlement.payment group by 1, 2) p on p.store_id = s.store_id and p.statement_id = s.id
    left join (select store_id, statement_id, sum(amount_fen) as used from settlement.deposit_use group by 1, 2) d on d.store_id = s.store_id and d.statement_id = s.id
    left join (select store_id, statement_id, sum(amount_fen) as off from settlement.set_off group by 1, 2) o on o.store_id = s.store_id and o.statement_id = s.id
    left join settlement.set_off c on c.store_id = s.store_id and c.counter_id = s.id
    where s.paid_fen <> coalesce(p.paid, 0) + coalesce(d.used, 0) + coalesce(o.off, 0) - coalesce(c.amount_fen, 0)`,
  'settlement: the two statements of a supplement sum to zero, and the counter statement is set off whole': `
    select store_id, supplement_of from settlement.statement where supplement_of is not null group by 1, 2, at having sum(total_fen) <> 0 or sum(net_fen) <> 0 or sum(tax_fen) <> 0
    union all
    select s.store_id, s.id from settlement.statement s left join settlement.set_off o on o.store_id = s.store_id and o.counter_id = s.id and o.statement_id = s.supplement_of
    where s.supplement_of is not null and s.total_fen < 0 and o.amount_fen is distinct from -s.total_fen`,
  'settlement: a deposit is what was given less what went back, and its use what went into statements': `
    select s.store_id, s.order_id from settlement.deposit_state s
    left join (select store_id, deposit_order_id, sum(amount_fen) as taken from settlement.payment where deposit_order_id is not null group by 1, 2) p on p.store_id = s.store_id and p.deposit_order_id = s.order_id
    left join (select store_id, order_id, sum(amount_fen) as used from settlement.deposit_use group by 1, 2) u on u.store_id = s.store_id and u.order_id = s.order_id
    where s.taken_fen <> coalesce(p.taken, 0) or s.used_fen <> coalesce(u.used, 0)`,
  'settlement: a receivable is paid by its payments, and keeps the amount that came in': `
    select s.store_id, s.receivable_id from settlement.receivable_state s
    join settlement.opening_receivable r on r.store_id = s.store_id and r.id = s.receivable_id
    left join (select store_id, receivable_id, sum(amount_fen) as paid from settlement.payment where receivable_id is not null group by 1, 2) p on p.store_id = s.store_id and p.receivable_id = s.receivable_id
    where s.paid_fen <> coalesce(p.paid, 0) or s.amount_fen <> r.amount_fen
    union all
    select r.store_id, r.id from settlement.opening_receivable r
    where not exists (select from settlement.receivable_state s where s.store_id = r.store_id and s.receivable_id = r.id)`,
  'settlement: a refund mirrors its payment': `
    select r.store_id, r.id from settlement.payment r join settlement.payment p on p.store_id = r.store_id and p.id = r.refunds
    where (r.sale_id is null and r.amount_fen <> -p.amount_fen) or r.way <> p.way or r.sale_id is distinct from p.sale_id`,
  'settlement: of what was paid at the counter no more goes back than came': `
    select p.store_id, p.id from settlement.payment p join settlement.payment r on r.store_id = p.store_id and r.refunds = p.id
    where p.sale_id is not null group by p.store_id, p.id, p.amount_fen having p.amount_fen + sum(r.amount_fen) < 0`,
  'settlement: a closed day was compared with what its channels took': `
    select t.store_id, t.day, w.way from settlement.till_day t join settlement.till_way w on w.store_id = t.store_id and w.day = t.day
    left join (select store_id, day, way, sum(amount_fen) as taken from settlement.payment group by 1, 2, 3) p on p.store_id = t.store_id and p.day = t.day and p.way = w.way
    where t.closed_at is null or w.taken_fen <> coalesce(p.taken, 0)`,
  'settlement: a reversed statement has nothing paid': `
    select store_id, id from settlement.statement where reversed_at is not null and paid_fen <> 0`,
  'settlement: statement and receipt numbers have no gap': `
    select store_id, kind, day, last from platform.document_number n where kind in ('ST', 'RC') and last <> (
      case kind when 'ST' then (select count(*) from settlement.statement s where s.store_id = n.store_id and s.day = n.day)
      else (select count(*) from settlement.payment p where p.store_id = n.store_id and p.day = n.day) end)`,
  'repair orders: delivered means inspected and settled': `
    select o.store_id, o.id from repair_orders.repair_order o where o.status = 'delivered' and (
      not exists (select from workshop.inspection i where i.store_id = o.store_id and i.order_id = o.id and i.result = 'passed')
      or not exists (select from settlement.delivery d where d.store_id = o.store_id and d.order_id = o.id))`,
  'repair orders: the status is the last step of the history': `
    select o.store_id, o.id from repair_orders.repair_order o
    where o.status <> (select s.to_status from repair_orders.step s where s.store_id = o.store_id and s.order_id = o.id order by s.id desc limit 1)`,
}

/** Each gives no row. */
export const counterInvariants: Readonly<Record<string, string>> = {
  'counter: a slip is its lines less its allowance, and less what came back': `
    select s.store_id, s.id from counter.slip s
    join (select store_id, slip_id, sum(amount_fen) as amount, sum(allowance_fen) as allowance from counter.slip_line group by 1, 2) l on l.store_id = s.store_id and l.slip_id = s.id
    left join (select store_id, slip_id, sum(amount_fen) as returned from counter.return group by 1, 2) r on r.store_id = s.store_id and r.slip_id = s.id
    where s.total_fen <> l.amount - l.allowance or s.allowance_fen <> l.allowance or s.returned_fen <> coalesce(r.returned, 0)`,
  'counter: what a line says was picked and came back is what the ledger moved': `
    select l.store_id, l.id from counter.slip_line l
    left join (select store_id, line_id, sum(thousandths) as outside from stock.v_job_move group by 1, 2) m on m.store_id = l.store_id and m.line_id = l.id
    where l.issued_thousandths - l.returned_thousandths <> coalesce(m.outside, 0)`,
  'counter: a sale is paid by its payments less its refunds and by what of its deposit was used; the rest of the deposit is held': `
    select s.store_id, s.id from counter.slip s
    left join (select store_id, sale_id, sum(amount_fen) filter (where not prepaid) as paid, sum(amount_fen) filter (where prepaid) as prepaid from settlement.payment where sale_id is not null group by 1, 2) p on p.store_id = s.store_id and p.sale_id = s.id
    left join (select store_id, sale_id, sum(amount_fen) as used from settlement.sale_deposit_use group by 1, 2) u on u.store_id = s.store_id and u.sale_id = s.id
    where s.paid_fen <> coalesce(p.paid, 0) + coalesce(u.used, 0) or s.deposit_fen <> coalesce(p.prepaid, 0) - coalesce(u.used, 0)`,
  'counter: what is written off of a sale is its write-offs less their counter-entries': `
    select s.store_id, s.id from counter.slip s left join (select store_id, slip_id, sum(amount_fen) as fen from counter.write_off group by 1, 2) w on w.store_id = s.store_id and w.slip_id = s.id
    where s.written_off_fen <> coalesce(w.fen, 0)`,
  'counter: what is not to be picked any more holds no reservation': `
    select s.store_id, s.id from counter.slip s join stock.reservation r on r.store_id = s.store_id and r.order_id = s.id where s.status <> 'open'`,
}

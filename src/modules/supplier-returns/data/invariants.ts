/** Each gives no row, after every scenario and every fault. */
export const supplierReturnInvariants: Readonly<Record<string, string>> = {
  'supplier-returns: a return is its moves to the supplier, to the piece and to the fen, and its reversal brought them back': `
    select r.store_id, r.id from supplier_returns.return r
    join (select store_id, return_id, sum(thousandths) as thousandths, sum(cost_fen) as cost_fen from supplier_returns.return_line group by 1, 2) l on l.store_id = r.store_id and l.return_id = r.id
    left join (select m.store_id, m.document, sum(m.thousandths) as thousandths, sum(m.cost_fen) as cost_fen from stock.move m
      join stock.place p on p.store_id = m.store_id and p.id = m.to_place and p.kind = 'supplier' where m.takes_back is null group by 1, 2) o on o.store_id = r.store_id and o.document = r.document
    left join (select m.store_id, m.document, sum(m.cost_fen) as cost_fen from stock.move m
      join stock.place p on p.store_id = m.store_id and p.id = m.from_place and p.kind = 'supplier' where m.takes_back is not null group by 1, 2) b on b.store_id = r.store_id and b.document = r.counter_document
    where r.document is not null and ((l.thousandths, l.cost_fen, r.cost_fen) is distinct from (o.thousandths, o.cost_fen, o.cost_fen::bigint) or (r.counter_document is not null and b.cost_fen is distinct from o.cost_fen))`,
  'supplier-returns: what a supplier said he credits is said of each line': `
    select r.store_id, r.id from supplier_returns.return r join supplier_returns.return_line l on l.store_id = r.store_id and l.return_id = r.id
    where r.agreed_at is not null group by r.store_id, r.id, r.credit_fen having sum(l.credit_fen) is distinct from r.credit_fen or count(*) <> count(l.credit_fen)`,
  'supplier-returns: credited is what closed statements say of it, and nothing reversed stands in one': `
    select r.store_id, r.id from supplier_returns.return r
    left join (select l.store_id, l.receipt_id, -sum(l.agreed_fen) as fen from suppliers.statement_line l
      join suppliers.statement s on s.store_id = l.store_id and s.id = l.statement_id and s.closed_at is not null group by 1, 2) a on a.store_id = r.store_id and a.receipt_id = r.id
    where (r.status = 'credited' and a.fen is distinct from r.credited_fen) or (r.status = 'reversed' and a.receipt_id is not null)`,
  'supplier-returns: a claim that counts as credited stands in a closed statement': `
    select c.store_id, c.id from supplier_returns.claim c
    where c.statement_id is not null and not exists (select from suppliers.statement_line l join suppliers.statement s on s.store_id = l.store_id and s.id = l.statement_id and s.closed_at is not null
      where l.store_id = c.store_id and l.receipt_id = c.id and l.statement_id = c.statement_id)`,
}

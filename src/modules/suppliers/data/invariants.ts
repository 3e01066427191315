/** Each gives no row, after every scenario and every fault. */
export const supplierInvariants: Readonly<Record<string, string>> = {
  'suppliers: a statement beyond open has no open difference, and its amount is what its lines agreed': `
    select s.store_id, s.id from suppliers.statement s left join suppliers.statement_line l on l.store_id = s.store_id and l.statement_id = s.id
    where s.closed_at is not null group by s.store_id, s.id, s.agreed_fen having s.agreed_fen is distinct from coalesce(sum(l.agreed_fen), 0) or count(*) filter (where l.state <> 'settled') > 0`,
  'suppliers: what was paid is the invoice where the statement is paid, and nothing elsewhere': `
    select s.store_id, s.id from suppliers.statement s left join suppliers.payment p on p.store_id = s.store_id and p.statement_id = s.id
    group by s.store_id, s.id, s.status, s.agreed_fen, s.tax_fen having coalesce(sum(p.fen), 0) <> case when s.status = 'paid' then s.agreed_fen + s.tax_fen else 0 end`,
  'suppliers: what a payment takes back it takes back whole': `
    select b.store_id, b.id from suppliers.payment b join suppliers.payment p on p.store_id = b.store_id and p.id = b.takes_back where b.fen <> -p.fen or b.statement_id <> p.statement_id`,
}

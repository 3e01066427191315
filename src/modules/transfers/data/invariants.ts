/** Each gives no row. Read by `verify` and the tests. */
export const transferInvariants: Readonly<Record<string, string>> = {
  'transfers: what left is what arrived, was written off, came back or is on the road, and its cost to the fen': `
    select p.id from transfers.parcel p left join (select parcel_id, sum(thousandths) as thousandths, sum(cost_fen) as cost_fen from transfers.outcome group by 1) o on o.parcel_id = p.id
    where coalesce(o.thousandths, 0) > p.thousandths or coalesce(o.cost_fen, 0) > p.cost_fen or (o.thousandths = p.thousandths and o.cost_fen <> p.cost_fen)`,
  'transfers: what left stands in the books of the store that gave it': `
    select p.id from transfers.parcel p left join stock.move m on m.store_id = p.giving_store and m.id = p.move_id
    left join stock.place t on t.store_id = m.store_id and t.id = m.to_place
    where m.id is null or t.kind <> 'transit' or (m.lot_id, m.thousandths, m.cost_fen) is distinct from (p.lot_id, p.thousandths, p.cost_fen)`,
  'transfers: what became of it stands in the books of the store where it did': `
    select o.id from transfers.outcome o join transfers.parcel p on p.id = o.parcel_id
    left join stock.move m on m.id = o.move_id and m.store_id = case when o.kind = 'arrived' then o.asking_store else o.giving_store end
    left join stock.place f on f.store_id = m.store_id and f.id = case when o.takes_back is null then m.from_place else m.to_place end
    where m.id is null or f.kind <> 'transit' or m.part_id <> p.part_id or (m.thousandths, m.cost_fen) is distinct from (abs(o.thousandths), abs(o.cost_fen))`,
  'transfers: the road holds what no store has': `
    select r.store_id from (
      select store_id, sum(case when m.order_id is null then 0 when t.kind = 'transit' then m.cost_fen else -m.cost_fen end) as fen
      from stock.move m join stock.place f using (store_id) join stock.place t using (store_id) where f.id = m.from_place and t.id = m.to_place and (f.kind = 'transit' or t.kind = 'transit') group by store_id) r
    left join (select giving_store, sum(p.cost_fen) - coalesce(sum(o.fen), 0) as fen from transfers.parcel p
      left join (select parcel_id, sum(cost_fen) as fen from transfers.outcome where kind <> 'arrived' group by 1) o on o.parcel_id = p.id group by 1) g on g.giving_store = r.store_id
    where r.fen <> coalesce(g.fen, 0)`,
  'transfers: closed means that nothing is on the road and nothing is undecided': `
    select t.id from transfers.transfer t
    where (t.status = 'closed') <> (t.shipped_at is not null
      and (select sum(thousandths) from transfers.parcel where transfer_id = t.id) = coalesce((select sum(thousandths) from transfers.outcome where transfer_id = t.id), 0))
      or (t.status = 'closed' and exists (select from transfers.gap where transfer_id = t.id and decision is null))`,
}

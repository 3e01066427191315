/** Each gives no row, after every scenario and every fault. */
export const countInvariants: Readonly<Record<string, string>> = {
  'counts: a line says what its last entry says, and knows how many there are': `
    select l.store_id, l.id from counts.line l
    left join (select store_id, line_id, count(*) as entries from counts.entry group by 1, 2) n on n.store_id = l.store_id and n.line_id = l.id
    left join lateral (select e.person_id, e.expected_thousandths, e.counted_thousandths from counts.entry e where e.store_id = l.store_id and e.line_id = l.id order by e.id desc limit 1) e on true
    where l.entries <> coalesce(n.entries, 0)
      or (l.last_by, l.expected_thousandths, l.counted_thousandths) is distinct from (e.person_id, e.expected_thousandths, e.counted_thousandths)`,
  'counts: nobody counts a shelf twice in a row': `
    select e.store_id, e.id from (select store_id, id, line_id, person_id, lag(person_id) over (partition by store_id, line_id order by id) as before from counts.entry) e where e.person_id = e.before`,
  'counts: what came of a count equals its lines': `
    select c.store_id, c.id from counts.count c
    join lateral (select count(*) as lines, count(*) filter (where difference_thousandths = 0) as lines_right, coalesce(sum(value_fen), 0) as net, coalesce(sum(abs(value_fen)), 0) as absolute
      from counts.line l where l.store_id = c.store_id and l.count_id = c.id) l on true
    where c.status in ('explaining', 'explained', 'approved', 'adjusted', 'closed', 'reversed') and (c.lines, c.lines_right, c.net_fen, c.absolute_fen) is distinct from (l.lines::integer, l.lines_right::integer, l.net::bigint, l.absolute::bigint)`,
  'counts: nothing goes to finance unexplained, and nothing is adjusted without a yes': `
    select c.store_id, c.id from counts.count c
    where (c.status in ('explained', 'approved', 'adjusted', 'reversed') and exists (select from counts.line l where l.store_id = c.store_id and l.count_id = c.id and l.difference_thousandths <> 0 and l.reason is null))
      or (c.document is not null and c.approved_at is null)`,
  'counts: the moves of an adjustment are its differences, to the piece and to the fen': `
    select c.store_id, c.id from counts.count c
    join lateral (select coalesce(sum(difference_thousandths), 0) as thousandths, coalesce(sum(adjusted_fen), 0) as fen from counts.line l where l.store_id = c.store_id and l.count_id = c.id) l on true
    left join (select m.store_id, m.document, sum(case when f.kind = 'count' then m.thousandths else -m.thousandths end) as thousandths, sum(case when f.kind = 'count' then m.cost_fen else -m.cost_fen end) as fen
      from stock.move m join stock.place f on f.store_id = m.store_id and f.id = m.from_place join stock.place t on t.store_id = m.store_id and t.id = m.to_place
      where (f.kind = 'count' or t.kind = 'count') and m.takes_back is null group by 1, 2) m on m.store_id = c.store_id and m.document = c.document
    where c.document is not null and ((l.thousandths, l.fen) is distinct from (m.thousandths, m.fen) or c.adjusted_fen is distinct from m.fen)`,
  'counts: no shelf is in two counts whose differences are not on the books': `
    select l.store_id, l.part_id, l.place_id from counts.line l join counts.count c on c.store_id = l.store_id and c.id = l.count_id
    where c.status in ('counting', 'recounting', 'explaining', 'explained', 'approved') group by 1, 2, 3 having count(*) > 1`,
}

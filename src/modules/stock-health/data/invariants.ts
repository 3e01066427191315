/** Each gives no row, after every scenario and every fault. */
export const stockHealthInvariants: Readonly<Record<string, string>> = {
  'stock-health: what a month took of a part is what its moves say': `
    select coalesce(u.store_id, m.store_id) as store_id, coalesce(u.part_id, m.part_id) as part_id, coalesce(u.month, m.month) as month from stock_health.month_use u
    full join (
      select v.store_id, v.part_id, date_trunc('month', v.at at time zone s.time_zone)::date as month, sum(v.thousandths) as thousandths, sum(v.cost_fen) as cost_fen
      from stock.v_job_move v join organisation.store s on s.id = v.store_id group by 1, 2, 3 having sum(v.thousandths) <> 0 or sum(v.cost_fen) <> 0
    ) m on m.store_id = u.store_id and m.part_id = u.part_id and m.month = u.month
    left join stock_health.summed d on d.store_id = coalesce(u.store_id, m.store_id)
    where coalesce(u.month, m.month) <= d.month and (u.thousandths, u.cost_fen) is distinct from (m.thousandths::bigint, m.cost_fen::bigint)`,
  'stock-health: the value at the end of the last month and the moves since are what lies here': `
    select d.store_id from stock_health.summed d join organisation.store s on s.id = d.store_id
    join stock_health.month_total t on t.store_id = d.store_id and t.month = d.month
    where t.value_fen
      + coalesce((select sum(v.value_fen) from stock.v_value_move v where v.store_id = d.store_id and v.at >= (d.month + interval '1 month') at time zone s.time_zone), 0)
      <> (select coalesce(sum(value_fen), 0) from stock.v_part_value p where p.store_id = d.store_id)`,
  'stock-health: what lay here when the parts were classed and the moves since are what lies here': `
    select d.store_id from stock_health.summed d where d.value_so_far_fen
      + coalesce((select sum(v.value_fen) from stock.v_value_move v where v.store_id = d.store_id and v.at >= d.classed_at), 0)
      <> (select coalesce(sum(value_fen), 0) from stock.v_part_value p where p.store_id = d.store_id)`,
  'stock-health: the lots by day when the parts were classed and their moves since are what lies here': `
    select store_id, received_on from (
      select store_id, received_on, lots, value_fen from stock_health.age_day
      union all
      select m.store_id, l.received_on, (l.out_thousandths < l.received_thousandths)::integer - (l.out_thousandths + m.thousandths < l.received_thousandths)::integer, m.value_fen
      from (select v.store_id, v.lot_id, sum(v.thousandths) as thousandths, sum(v.value_fen) as value_fen from stock_health.summed d join stock.v_lot_move v on v.store_id = d.store_id and v.at >= d.aged_at group by 1, 2) m
      join stock.v_lot l on l.store_id = m.store_id and l.id = m.lot_id
      union all
      select o.store_id, o.received_on, -1, -o.value_fen from stock.v_open_lot o join stock_health.summed d on d.store_id = o.store_id and d.aged_at is not null
    ) x group by store_id, received_on having sum(lots) <> 0 or sum(value_fen) <> 0`,
  'stock-health: what is scrapped was signed three times, in order, by three people who did not ask for it': `
    select s.store_id, s.id from stock_health.scrap s
    left join lateral (select count(*) as signed, count(distinct g.person_id) as people, bool_or(g.person_id = s.asked_by) as own, array_agg(g.step order by g.at, g.step = 'signature', g.step = 'approval') as steps
      from stock_health.signature g where g.store_id = s.store_id and g.scrap_id = s.id and g.round = s.round) g on true
    where s.document is not null and (g.signed, g.people, g.own, g.steps) is distinct from (3::bigint, 3::bigint, false, array['check', 'approval', 'signature'])`,
  'stock-health: a scrapping is its moves, to the piece and to the fen, and so is its reversal': `
    select s.store_id, s.id from stock_health.scrap s
    left join lateral (select sum(l.thousandths) as thousandths, sum(l.cost_fen) as cost_fen from stock_health.scrap_line l where l.store_id = s.store_id and l.scrap_id = s.id and l.round = s.round) l on true
    left join (select store_id, document, sum(thousandths) as thousandths, sum(cost_fen) as cost_fen from stock.v_scrap_move group by 1, 2) m on m.store_id = s.store_id and m.document = s.document
    left join (select store_id, document, sum(cost_fen) as cost_fen from stock.v_scrap_move where takes_back is not null group by 1, 2) b on b.store_id = s.store_id and b.document = s.counter_document
    where s.document is not null and ((l.thousandths, l.cost_fen) is distinct from (m.thousandths, m.cost_fen) or s.cost_fen is distinct from m.cost_fen or (s.counter_document is not null and b.cost_fen is distinct from m.cost_fen))`,
}

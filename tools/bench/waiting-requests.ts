type Sql = (query: string) => Promise<unknown>

/** As many as the board of promises shows at most. */
export const mostWaiting = 500

/** Requests of the first store that nobody has given a source yet, half of them for cars and half for the shelf: the board advises each of them. Ids and parts follow nothing but what is there. */
export const askForSources = (sql: Sql): Promise<unknown> => sql(`
  insert into purchasing.request (store_id, id, number, origin, status, order_id, line_id, order_number, plate, advisor_id, advisor_name, part_id, part_number, name_zh, name_en, unit, thousandths, urgency, note, asked_at, asked_by, asked_by_name)
  select s.id, w.id, 'RQ-W-' || replace(w.id::text, '-', ''), w.origin, 'asked', w.order_id, w.line_id, '', w.plate, p.id, p.name, part.id, part.number, part.name_zh, part.name_en, part.unit, 1000,
    (array['off-road', 'waiting', 'normal'])[1 + abs(hashtext(w.id::text)) % 3], '', now(), p.id, p.name
  from organisation.store s
  cross join lateral (select id, name from organisation.person order by id limit 1) p
  cross join lateral (
    (select md5('waiting' || l.id)::uuid as id, 'job' as origin, l.order_id, l.id as line_id, o.plate, l.part_id from repair_orders.line l join repair_orders.repair_order o on o.store_id = l.store_id and o.id = l.order_id
      where l.store_id = s.id and l.part_id is not null and not exists (select from purchasing.request r where r.store_id = s.id and r.line_id = l.id) order by l.id desc limit ${String(mostWaiting / 2)})
    union all
    (select md5('waiting' || k.part_id)::uuid, 'hand', md5('waiting' || k.part_id)::uuid, md5('waiting' || k.part_id)::uuid, '', k.part_id from stock.part_stock k where k.store_id = s.id order by k.part_id limit ${String(mostWaiting / 2)})) w
  join catalogue.part part on part.id = w.part_id
  where s.code = 'SH1'`)

import type { Tx } from '../../../platform/database.ts'

export type InboundData = {
  subject: 'transfer' | 'parts-order'; subjectId: string; number: string; fromZh: string; fromEn: string; eta: string | null
  at: Date | null; personName: string | null; arrivesOn: string | null; dueFen: number | null; words: string | null
}

/** Orders under way and transfers on the road, with the last word about each; they are few at any time. */
export const listInbound = (tx: Tx, storeId: string) => tx.all<InboundData>`
  select i.*, w.at, w.person_name, w.arrives_on, w.due_fen, w.words from (
    select 'transfer' as subject, t.id as subject_id, t.number, s.name_zh as from_zh, s.name_en as from_en, t.eta from transfers.v_inbound t join organisation.v_store_name s on s.id = t.giving_store where t.store_id = ${storeId}
    union all
    select 'parts-order', o.id, o.number, o.supplier_name, o.supplier_name, o.eta from parts_orders.v_under_way o where o.store_id = ${storeId}
  ) i
  left join lateral (select at, person_name, arrives_on, due_fen, words from transfers.inbound_word w where w.store_id = ${storeId} and w.subject_id = i.subject_id order by at desc limit 1) w on true
  order by coalesce(w.arrives_on, i.eta), i.number limit 300`

export type NewWord = { id: string; subject: 'transfer' | 'parts-order'; subjectId: string; at: Date; personName: string; arrivesOn: string; dueFen: number; words: string }
export const insertWord = (tx: Tx, storeId: string, w: NewWord) => tx.run`
  insert into transfers.inbound_word (store_id, id, subject, subject_id, at, person_name, arrives_on, due_fen, words)
  values (${storeId}, ${w.id}, ${w.subject}, ${w.subjectId}, ${w.at}, ${w.personName}, ${w.arrivesOn}, ${w.dueFen}, ${w.words})`

import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { GapDecision, GapKind, OutcomeKind, Parcel, Side, TransferStatus } from '../domain/transfer.ts'

export type TransferData = {
  id: string; askingStore: string; givingStore: string; number: string; status: TransferStatus; note: string; askedAt: Date; askedByName: string; answeredAt: Date | null; answeredByName: string | null; answer: string
  shippedAt: Date | null; shippedByName: string | null; document: string; carrier: string; waybill: string; eta: string | null; endedAt: Date | null; endedByName: string | null; reason: string; version: number
}

const columns = sql`id, asking_store, giving_store, number, status, note, asked_at, asked_by_name, answered_at, answered_by_name, answer, shipped_at, shipped_by_name, document, carrier, waybill, eta, ended_at, ended_by_name, reason, version`

// Both stores see these rows (row security: either store), so the store stands in the question only where a side is meant.

export const findTransfer = (tx: Tx, transferId: string) => tx.maybe<TransferData>`select ${columns} from transfers.transfer where id = ${transferId}`

/** Locked until the deed ends, whichever store does it. */
export const lockTransfer = (tx: Tx, transferId: string) => tx.maybe<TransferData>`select ${columns} from transfers.transfer where id = ${transferId} for update`

/** News of a transfer for the other store, whose open pages fetch it anew. It leaves with this store's deed or not at all. */
export const announceElsewhere = (tx: Tx, storeId: string, news: { id: string; transferId: string; at: Date; event: string }) => tx.run`
  select transfers.announce_elsewhere(${storeId}, ${news.transferId}, ${news.id}, ${news.at}, ${news.event})`

export type TransferGroup = 'todo' | 'in' | 'out'
export type ListedTransfer = { id: string; side: Side; number: string; status: TransferStatus; askedAt: Date; eta: string | null; code: string; nameZh: string; nameEn: string; lines: number; firstZh: string; firstEn: string; gaps: number }

/** What the next step of lies with this store: to answer, to ship, to let go or to decide where it gives; to receive where it asked. */
const waitsFor = (storeId: string) => sql`t.ended_at is null and (
  (t.giving_store = ${storeId} and (t.status in ('asked', 'agreed', 'withdrawn') or exists (select 1 from transfers.gap g where g.transfer_id = t.id and g.decision is null)))
  or (t.asking_store = ${storeId} and t.status = 'shipped'))`

export const listTransfers = (tx: Tx, storeId: string, { group, open, after, limit }: { group: TransferGroup; open: boolean; after: string | null; limit: number }) => tx.all<ListedTransfer>`
  select t.id, case when t.asking_store = ${storeId} then 'asking' else 'giving' end as side, t.number, t.status, t.asked_at, t.eta, s.code, s.name_zh, s.name_en, l.lines, l.first_zh, l.first_en, (select count(*) from transfers.gap g where g.transfer_id = t.id and g.decision is null) as gaps
  from transfers.transfer t
  join organisation.v_store_name s on s.id = case when t.asking_store = ${storeId} then t.giving_store else t.asking_store end
  cross join lateral (select count(*) as lines, (array_agg(name_zh order by id))[1] as first_zh, (array_agg(name_en order by id))[1] as first_en from transfers.line where transfer_id = t.id) l
  where ${group === 'todo' ? waitsFor(storeId) : sql`${group === 'in' ? sql`t.asking_store` : sql`t.giving_store`} = ${storeId}`} ${open ? sql`and t.ended_at is null` : empty} ${after === null ? empty : sql`and t.id < ${after}`} order by t.id desc limit ${limit}`

export type StoreName = { id: string; code: string; nameZh: string; nameEn: string }
export const storeNames = (tx: Tx, ids: readonly string[]) => tx.all<StoreName>`select id, code, name_zh, name_en from organisation.v_store_name where id = any(${ids}::uuid[])`

export type LineData = { id: string; requestId: string | null; partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; asked: number; agreed: number; shipped: number; arrived: number; lost: number; back: number; missed: number }

/** Each line with what became of it. */
export const linesOf = (tx: Tx, transferId: string) => tx.all<LineData>`
  select l.id, l.request_id, l.part_id, l.part_number, l.name_zh, l.name_en, l.unit, l.asked_thousandths as asked, l.agreed_thousandths as agreed, coalesce(p.shipped, 0)::bigint as shipped,
    coalesce(o.arrived, 0)::bigint as arrived, coalesce(o.lost, 0)::bigint as lost, coalesce(o.back, 0)::bigint as back, coalesce(g.missed, 0)::bigint as missed
  from transfers.line l
  left join (select line_id, sum(thousandths) as shipped from transfers.parcel where transfer_id = ${transferId} group by line_id) p on p.line_id = l.id
  left join (select p.line_id, sum(o.thousandths) filter (where o.kind = 'arrived') as arrived, sum(o.thousandths) filter (where o.kind = 'lost') as lost, sum(o.thousandths) filter (where o.kind = 'back') as back
    from transfers.outcome o join transfers.parcel p on p.id = o.parcel_id where o.transfer_id = ${transferId} group by p.line_id) o on o.line_id = l.id
  left join (select line_id, sum(thousandths) as missed from transfers.gap where transfer_id = ${transferId} and decision is null group by line_id) g on g.line_id = l.id
  where l.transfer_id = ${transferId} order by l.part_number, l.id`

/** May still arrive: on the road, and not missed. */
export const openOf = ({ shipped, arrived, lost, back, missed }: LineData): number => shipped - arrived - lost - back - missed

export type NewTransfer = Pick<TransferData, 'id' | 'askingStore' | 'givingStore' | 'number' | 'note' | 'askedAt' | 'askedByName'> & { askedBy: string }
export const insertTransfer = (tx: Tx, t: NewTransfer) => tx.run`
  insert into transfers.transfer (id, asking_store, giving_store, number, status, note, asked_at, asked_by, asked_by_name) values (${t.id}, ${t.askingStore}, ${t.givingStore}, ${t.number}, 'asked', ${t.note}, ${t.askedAt}, ${t.askedBy}, ${t.askedByName})`

type Stores = Pick<TransferData, 'id' | 'askingStore' | 'givingStore'>
export type NewLine = Pick<LineData, 'id' | 'requestId' | 'partId' | 'partNumber' | 'nameZh' | 'nameEn' | 'unit' | 'asked'>
export const insertLines = (tx: Tx, t: Stores, lines: readonly NewLine[]) => tx.run`
  insert into transfers.line (id, transfer_id, asking_store, giving_store, request_id, part_id, part_number, name_zh, name_en, unit, asked_thousandths)
  select l.id, ${t.id}, ${t.askingStore}, ${t.givingStore}, request_id, part_id, part_number, name_zh, name_en, unit, asked
  from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.requestId)}::uuid[], ${lines.map((l) => l.partId)}::uuid[], ${lines.map((l) => l.partNumber)}::text[], ${lines.map((l) => l.nameZh)}::text[], ${lines.map((l) => l.nameEn)}::text[],
    ${lines.map((l) => l.unit)}::text[], ${lines.map((l) => l.asked)}::bigint[]) as l(id, request_id, part_id, part_number, name_zh, name_en, unit, asked)`

export const setAgreed = (tx: Tx, rows: readonly { lineId: string; thousandths: number }[]) => tx.run`
  update transfers.line l set agreed_thousandths = t.agreed from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.thousandths)}::bigint[]) as t(id, agreed) where l.id = t.id`

/** The other store was asked and has not said no to this line, nor did the asking one withdraw it. */
const stillComes = sql`t.ended_at is null and t.status <> 'withdrawn' and (t.answered_at is null or l.agreed_thousandths > 0)`

/** Requests that an open transfer serves already. */
export const servedRequests = (tx: Tx, storeId: string, requestIds: readonly string[]) => tx.all<{ requestId: string; transferId: string; number: string }>`
  select l.request_id, t.id as transfer_id, t.number from transfers.line l join transfers.transfer t on t.id = l.transfer_id where t.asking_store = ${storeId} and ${stillComes} and l.request_id = any(${requestIds}::uuid[])`

export type Failed = { requestId: string; transferId: string; number: string; supplier: string; words: string }

/** Requests that wait for a transfer which the other store refused or cancelled, agreed to none of, or which ended with less than was asked, since they were given that source. */
export const failedRequests = (tx: Tx, storeId: string) => tx.all<Failed>`
  select distinct on (r.request_id) r.request_id, t.id as transfer_id, t.number, r.supplier, case t.status when 'cancelled' then t.reason when 'closed' then '' else t.answer end as words
  from purchasing.v_by_transfer r join transfers.line l on l.request_id = r.request_id join transfers.transfer t on t.id = l.transfer_id
  where r.store_id = ${storeId} and t.asking_store = ${storeId} and not (${stillComes}) and coalesce(t.ended_at, t.answered_at) >= r.sourced_at
    and not exists (select from transfers.line l join transfers.transfer t on t.id = l.transfer_id where l.request_id = r.request_id and ${stillComes}) order by r.request_id, t.id desc`

/** Requests that a submitted order brings already. */
export const orderedRequests = (tx: Tx, storeId: string, requestIds: readonly string[]) => tx.all<{ requestId: string; orderNumber: string }>`
  select request_id, order_number from parts_orders.v_request_under_way where store_id = ${storeId} and request_id = any(${requestIds}::uuid[])`

export const markAnswered = (tx: Tx, a: { id: string; status: 'agreed' | 'refused'; at: Date; byName: string; answer: string }) => tx.run`
  update transfers.transfer set status = ${a.status}, answered_at = ${a.at}, answered_by_name = ${a.byName}, answer = ${a.answer}, version = version + 1,
    ended_at = ${a.status === 'refused' ? a.at : null}, ended_by_name = ${a.status === 'refused' ? a.byName : null} where id = ${a.id}`

export const markEnded = (tx: Tx, e: { id: string; status: TransferStatus; at: Date | null; byName: string | null; reason: string }) => tx.run`
  update transfers.transfer set status = ${e.status}, ended_at = ${e.at}, ended_by_name = ${e.byName}, reason = ${e.reason}, version = version + 1 where id = ${e.id}`

export const markShipped = (tx: Tx, s: { id: string; at: Date; byName: string; document: string; carrier: string; waybill: string; eta: string }) => tx.run`
  update transfers.transfer set status = 'shipped', shipped_at = ${s.at}, shipped_by_name = ${s.byName}, document = ${s.document}, carrier = ${s.carrier}, waybill = ${s.waybill}, eta = ${s.eta}, version = version + 1 where id = ${s.id}`

export const touch = (tx: Tx, id: string) => tx.run`update transfers.transfer set version = version + 1 where id = ${id}`

export type ParcelData = Parcel & { lineId: string; partId: string; lotId: string; receivedOn: string; fromPlace: string; moveId: string }

/** What left, the oldest first, with what has become of it so far. */
export const parcelsOf = (tx: Tx, transferId: string) => tx.all<ParcelData>`
  select p.id, p.line_id, p.part_id, p.lot_id, p.received_on, p.from_place, p.move_id, p.thousandths, p.cost_fen, coalesce(o.thousandths, 0)::bigint as gone, coalesce(o.cost_fen, 0)::bigint as gone_fen
  from transfers.parcel p left join (select parcel_id, sum(thousandths) as thousandths, sum(cost_fen) as cost_fen from transfers.outcome where transfer_id = ${transferId} group by parcel_id) o on o.parcel_id = p.id
  where p.transfer_id = ${transferId} order by p.received_on, p.id`

export const insertParcels = (tx: Tx, t: Stores, parcels: readonly Omit<ParcelData, 'gone' | 'goneFen'>[]) => tx.run`
  insert into transfers.parcel (id, transfer_id, line_id, asking_store, giving_store, part_id, lot_id, received_on, from_place, move_id, thousandths, cost_fen)
  select p.id, ${t.id}, line_id, ${t.askingStore}, ${t.givingStore}, part_id, lot_id, received_on, from_place, move_id, thousandths, cost_fen
  from unnest(${parcels.map((p) => p.id)}::uuid[], ${parcels.map((p) => p.lineId)}::uuid[], ${parcels.map((p) => p.partId)}::uuid[], ${parcels.map((p) => p.lotId)}::uuid[], ${parcels.map((p) => p.receivedOn)}::date[], ${parcels.map((p) => p.fromPlace)}::uuid[],
    ${parcels.map((p) => p.moveId)}::uuid[], ${parcels.map((p) => p.thousandths)}::bigint[], ${parcels.map((p) => p.costFen)}::bigint[]) as p(id, line_id, part_id, lot_id, received_on, from_place, move_id, thousandths, cost_fen)`

export type NewOutcome = { id: string; parcelId: string; kind: OutcomeKind; /** Below zero: takes back another. */ thousandths: number; costFen: number; moveId: string; takesBack?: string; reason?: string }
export const insertOutcomes = (tx: Tx, t: Stores, { at, byName, document }: { at: Date; byName: string; document: string }, rows: readonly NewOutcome[]) => tx.run`
  insert into transfers.outcome (id, transfer_id, parcel_id, asking_store, giving_store, kind, thousandths, cost_fen, at, person_name, document, move_id, takes_back, reason)
  select o.id, ${t.id}, parcel_id, ${t.askingStore}, ${t.givingStore}, kind, thousandths, cost_fen, ${at}, ${byName}, ${document}, move_id, takes_back, reason
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.parcelId)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.thousandths)}::bigint[], ${rows.map((r) => r.costFen)}::bigint[], ${rows.map((r) => r.moveId)}::uuid[],
    ${rows.map((r) => r.takesBack ?? null)}::uuid[], ${rows.map((r) => r.reason ?? '')}::text[]) as o(id, parcel_id, kind, thousandths, cost_fen, move_id, takes_back, reason)`

export type OutcomeData = { id: string; parcelId: string; lineId: string; partId: string; moveId: string; kind: OutcomeKind; thousandths: number; costFen: number; at: Date; personName: string; document: string; takesBack: string | null; takenBack: boolean; reason: string }
export const outcomesOf = (tx: Tx, transferId: string) => tx.all<OutcomeData>`
  select o.id, o.parcel_id, p.line_id, p.part_id, o.move_id, o.kind, o.thousandths, o.cost_fen, o.at, o.person_name, o.document, o.takes_back, exists (select from transfers.outcome b where b.takes_back = o.id) as taken_back, o.reason
  from transfers.outcome o join transfers.parcel p on p.id = o.parcel_id where o.transfer_id = ${transferId} order by o.at, o.id`

export type GapData = { id: string; lineId: string; kind: GapKind; thousandths: number; reason: string; at: Date; personName: string; decision: GapDecision | null; words: string; decidedAt: Date | null; decidedByName: string | null }
export const gapsOf = (tx: Tx, transferId: string) => tx.all<GapData>`
  select id, line_id, kind, thousandths, reason, at, person_name, decision, words, decided_at, decided_by_name from transfers.gap where transfer_id = ${transferId} order by at, id`

export const insertGaps = (tx: Tx, t: Stores, { at, byName }: { at: Date; byName: string }, rows: readonly { id: string; lineId: string; kind: GapKind; thousandths: number; reason: string }[]) => tx.run`
  insert into transfers.gap (id, transfer_id, line_id, asking_store, giving_store, kind, thousandths, reason, at, person_name)
  select g.id, ${t.id}, line_id, ${t.askingStore}, ${t.givingStore}, kind, thousandths, reason, ${at}, ${byName}
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.thousandths)}::bigint[], ${rows.map((r) => r.reason)}::text[]) as g(id, line_id, kind, thousandths, reason)`

export const decideGap = (tx: Tx, g: { id: string; decision: GapDecision; words: string; at: Date; byName: string }) => tx.run`
  update transfers.gap set decision = ${g.decision}, words = ${g.words}, decided_at = ${g.at}, decided_by_name = ${g.byName} where id = ${g.id} and decision is null`

const lately = 500

/** Who carried what this store gave lately, the usual ones first. */
export const carriersOf = async (tx: Tx, storeId: string): Promise<string[]> => (await tx.all<{ carrier: string }>`
  select carrier from (select carrier from transfers.transfer where giving_store = ${storeId} order by id desc limit ${lately}) recent where carrier <> '' group by carrier order by count(*) desc, carrier limit 30`).map(({ carrier }) => carrier)

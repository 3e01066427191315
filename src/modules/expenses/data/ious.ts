import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import type { IouStatus } from '../domain/iou.ts'

export type IouData = {
  id: string; number: string; status: IouStatus; personId: string; personName: string; kind: string; amountFen: number; purpose: string; drawnAt: Date; drawnByName: string; endedAt: Date | null; endedByName: string | null; words: string; version: number
  shipmentId: string | null; shipmentNumber: string | null; shipmentDueFen: number | null
  /** The claim it is used by. */ usedBy: string | null; claimId: string | null
}

const columns = sql`i.id, i.number, i.status, i.person_id, i.person_name, i.kind, i.amount_fen, i.purpose, i.drawn_at, i.drawn_by_name, i.ended_at, i.ended_by_name, i.words, i.version, i.shipment_id, i.shipment_number, i.shipment_due_fen, c.number as used_by, c.id as claim_id`
const claimed = sql`left join expenses.claim c on c.store_id = i.store_id and c.iou_id = i.id and c.status not in ('withdrawn', 'reversed')`

export const listIous = (tx: Tx, storeId: string, { group, personId, find, after, limit }: { group: 'open' | 'all'; find: string; personId: string | null; after: string | null; limit: number }) => tx.all<IouData>`
  select ${columns} from expenses.iou i ${claimed} where i.store_id = ${storeId} ${group === 'open' ? sql`and i.status = 'open'` : empty} ${personId === null ? empty : sql`and i.person_id = ${personId}`}
  ${foundIn(find, (has) => [has(sql`i.number`), has(sql`i.person_name`), has(sql`i.purpose`), has(sql`i.shipment_number`), has(sql`c.number`)])}
  ${after === null ? empty : sql`and i.id < ${after}`} order by i.id desc limit ${limit}`

export const findIou = (tx: Tx, storeId: string, id: string) => tx.maybe<IouData>`select ${columns} from expenses.iou i ${claimed} where i.store_id = ${storeId} and i.id = ${id}`

/** Locked until the deed ends. */
export const lockIou = (tx: Tx, storeId: string, id: string) => tx.maybe<IouData>`select ${columns} from expenses.iou i ${claimed} where i.store_id = ${storeId} and i.id = ${id} for update of i`

export const openOf = (tx: Tx, storeId: string, personId: string) => tx.one<{ count: number }>`select count(*) from expenses.iou where store_id = ${storeId} and person_id = ${personId} and status = 'open'`

/** The open IOU of an incoming shipment. */
export const openOfShipment = (tx: Tx, storeId: string, shipmentId: string) => tx.maybe<{ number: string }>`
  select number from expenses.iou where store_id = ${storeId} and shipment_id = ${shipmentId} and status = 'open' limit 1`

export const insertIou = (tx: Tx, storeId: string, i: Pick<IouData, 'id' | 'number' | 'personId' | 'personName' | 'kind' | 'amountFen' | 'purpose' | 'drawnAt' | 'drawnByName' | 'shipmentId' | 'shipmentNumber' | 'shipmentDueFen'>) => tx.run`
  insert into expenses.iou (store_id, id, number, status, person_id, person_name, kind, amount_fen, purpose, drawn_at, drawn_by_name, shipment_id, shipment_number, shipment_due_fen)
  values (${storeId}, ${i.id}, ${i.number}, 'open', ${i.personId}, ${i.personName}, ${i.kind}, ${i.amountFen}, ${i.purpose}, ${i.drawnAt}, ${i.drawnByName}, ${i.shipmentId}, ${i.shipmentNumber}, ${i.shipmentDueFen})`

export const writeEnded = (tx: Tx, storeId: string, e: { id: string; status: 'settled' | 'returned'; at: Date; byName: string; words: string }) => tx.run`
  update expenses.iou set status = ${e.status}, ended_at = ${e.at}, ended_by_name = ${e.byName}, words = ${e.words}, version = version + 1 where store_id = ${storeId} and id = ${e.id}`
export const writeOpenAgain = (tx: Tx, storeId: string, id: string, words: string) => tx.run`
  update expenses.iou set status = 'open', ended_at = null, ended_by_name = null, words = ${words}, version = version + 1 where store_id = ${storeId} and id = ${id}`

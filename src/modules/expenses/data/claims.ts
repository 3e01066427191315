import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import type { ClaimStatus } from '../domain/claim.ts'

export type ClaimData = {
  id: string; number: string; status: ClaimStatus; personId: string; personName: string; positions: string[]; kind: string; amountFen: number; spentOn: string; purpose: string; iouId: string | null; iouNumber: string | null; advanceFen: number | null; askedAt: Date
  signedAt: Date | null; signedBy: string | null; signedByName: string | null; approvedAt: Date | null; approvedByName: string | null; settledAt: Date | null; settledBy: string | null; settledByName: string | null; paidFen: number | null; words: string; version: number
}

const columns = sql`c.id, c.number, c.status, c.person_id, c.person_name, c.positions, c.kind, c.amount_fen, c.spent_on, c.purpose, c.iou_id, i.number as iou_number, i.amount_fen as advance_fen, c.asked_at,
  c.signed_at, c.signed_by, c.signed_by_name, c.approved_at, c.approved_by_name, c.settled_at, c.settled_by, c.settled_by_name, c.paid_fen, c.words, c.version`
const joined = sql`expenses.claim c left join expenses.iou i on i.store_id = c.store_id and i.id = c.iou_id`

const groups = { open: sql`and c.status in ('asked', 'signed', 'approved', 'sent-back')`, 'to-settle': sql`and c.status = 'approved'`, all: empty } as const
export type ClaimFilter = { readonly group: keyof typeof groups; /** Null: everybody's. */ readonly personId: string | null; readonly kind: string | null; readonly find: string; readonly from: Date | null; readonly until: Date | null; readonly after: string | null; readonly limit: number }

export const listClaims = (tx: Tx, storeId: string, { group, personId, kind, find, from, until, after, limit }: ClaimFilter) => tx.all<ClaimData>`
  select ${columns} from ${joined} where c.store_id = ${storeId} ${groups[group]} ${personId === null ? empty : sql`and c.person_id = ${personId}`} ${kind === null ? empty : sql`and c.kind = ${kind}`}
  ${foundIn(find, (has) => [has(sql`c.number`), has(sql`c.person_name`), has(sql`c.purpose`), has(sql`i.number`)])}
  ${from === null ? empty : sql`and c.asked_at >= ${from}`} ${until === null ? empty : sql`and c.asked_at < ${until}`} ${after === null ? empty : sql`and c.id < ${after}`} order by c.id desc limit ${limit}`

export const findClaim = (tx: Tx, storeId: string, id: string) => tx.maybe<ClaimData>`select ${columns} from ${joined} where c.store_id = ${storeId} and c.id = ${id}`

/** Locked until the deed ends; whoever signs second sees the new status. */
export const lockClaim = (tx: Tx, storeId: string, id: string) => tx.maybe<ClaimData>`select ${columns} from ${joined} where c.store_id = ${storeId} and c.id = ${id} for update of c`

export type Wish = Pick<ClaimData, 'kind' | 'amountFen' | 'spentOn' | 'purpose' | 'iouId'>
export const insertClaim = (tx: Tx, storeId: string, c: Wish & Pick<ClaimData, 'id' | 'number' | 'personId' | 'personName' | 'positions' | 'askedAt'>) => tx.run`
  insert into expenses.claim (store_id, id, number, status, person_id, person_name, positions, kind, amount_fen, spent_on, purpose, iou_id, asked_at)
  values (${storeId}, ${c.id}, ${c.number}, 'asked', ${c.personId}, ${c.personName}, ${c.positions}, ${c.kind}, ${c.amountFen}, ${c.spentOn}, ${c.purpose}, ${c.iouId}, ${c.askedAt})`

const change = (tx: Tx, storeId: string, id: string, fields: ReturnType<typeof sql>) => tx.run`update expenses.claim set ${fields}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export const writeAskedAgain = (tx: Tx, storeId: string, c: Wish & { id: string; at: Date }) => change(tx, storeId, c.id, sql`status = 'asked', kind = ${c.kind}, amount_fen = ${c.amountFen}, spent_on = ${c.spentOn}, purpose = ${c.purpose}, iou_id = ${c.iouId},
  asked_at = ${c.at}, signed_at = null, signed_by = null, signed_by_name = null, words = ''`)
type Hand = { id: string; at: Date; by: string; byName: string }
export const writeSigned = (tx: Tx, storeId: string, h: Hand) => change(tx, storeId, h.id, sql`status = 'signed', signed_at = ${h.at}, signed_by = ${h.by}, signed_by_name = ${h.byName}`)
export const writeApproved = (tx: Tx, storeId: string, h: Hand) => change(tx, storeId, h.id, sql`status = 'approved', approved_at = ${h.at}, approved_by = ${h.by}, approved_by_name = ${h.byName}`)
export const writeSettled = (tx: Tx, storeId: string, h: Hand & { paidFen: number; account: string }) => change(tx, storeId, h.id, sql`status = 'settled', settled_at = ${h.at}, settled_by = ${h.by}, settled_by_name = ${h.byName}, paid_fen = ${h.paidFen}, account = ${h.account}`)
export const writeReversed = (tx: Tx, storeId: string, r: { id: string; at: Date; words: string }) => change(tx, storeId, r.id, sql`status = 'reversed', reversed_at = ${r.at}, words = ${r.words}`)
export const writeWords = (tx: Tx, storeId: string, id: string, status: 'sent-back' | 'withdrawn', words: string) => change(tx, storeId, id, sql`status = ${status}, words = ${words}`)

import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import type { ClaimStatus, Remedy } from '../domain/claim.ts'
import type { Credited } from './returns.ts'

export type ClaimData = {
  id: string; number: string; status: ClaimStatus; supplierId: string; supplierName: string; partNumber: string; thousandths: number; claimedFen: number; basis: 'job' | 'receipt'; basisId: string; basisNumber: string; fault: string; dueDay: string
  openedAt: Date; openedByName: string; answeredAt: Date | null; answeredByName: string | null; answeredWith: string | null; answerWords: string | null; remedy: Remedy | null; grantedFen: number | null
  statementId: string | null; statementNumber: string | null; closedAt: Date | null; closedByName: string | null; words: string; version: number
}

const columns = sql`c.id, c.number, c.status, c.supplier_id, c.supplier_name, c.part_number, c.thousandths, c.claimed_fen, c.basis, c.basis_id, c.basis_number, c.fault, c.due_day, c.opened_at, c.opened_by_name,
  c.answered_at, c.answered_by_name, c.answered_with, c.answer_words, c.remedy, c.granted_fen, c.statement_id, c.statement_number, c.closed_at, c.closed_by_name, c.words, c.version`

export const listClaims = (tx: Tx, storeId: string, { group, find, after, limit }: { group: 'open' | 'all'; find: string; after: string | null; limit: number }) => tx.all<ClaimData>`
  select ${columns} from supplier_returns.claim c where c.store_id = ${storeId} ${group === 'open' ? sql`and c.status in ('open', 'accepted', 'refused')` : empty} ${foundIn(find, (has) => [has(sql`c.number`), has(sql`c.part_number`), has(sql`c.supplier_name`), has(sql`c.basis_number`), has(sql`c.fault`)])}
  ${after === null ? empty : sql`and c.id < ${after}`} order by c.id desc limit ${limit}`

export const findClaim = (tx: Tx, storeId: string, id: string) => tx.maybe<ClaimData>`select ${columns} from supplier_returns.claim c where c.store_id = ${storeId} and c.id = ${id}`

/** Locked until the deed ends. */
export const lockClaim = (tx: Tx, storeId: string, id: string) => tx.maybe<ClaimData>`select ${columns} from supplier_returns.claim c where c.store_id = ${storeId} and c.id = ${id} for update`

type Paper = { id: string; onPaper: boolean }
/** The repair order, and whether the part stands among its lines. */
export const orderBehind = (tx: Tx, storeId: string, number: string, partNumber: string) => tx.maybe<Paper>`
  select o.id, exists (select from repair_orders.v_line l where l.store_id = o.store_id and l.order_id = o.id and l.kind = 'part' and l.code = ${partNumber}) as on_paper
  from repair_orders.v_order o where o.store_id = ${storeId} and o.number = ${number}`
/** The posted receipt of this supplier, and whether the part came with it. */
export const receiptBehind = (tx: Tx, storeId: string, number: string, supplierId: string, partNumber: string) => tx.maybe<Paper>`
  select receipt_id as id, bool_or(part_number = ${partNumber}) as on_paper from receiving.v_received where store_id = ${storeId} and number = ${number} and supplier_id = ${supplierId} group by receipt_id`

export type NewClaim = Pick<ClaimData, 'id' | 'number' | 'supplierId' | 'supplierName' | 'partNumber' | 'thousandths' | 'claimedFen' | 'basis' | 'basisId' | 'basisNumber' | 'fault' | 'dueDay' | 'openedAt' | 'openedByName'>
export const insertClaim = (tx: Tx, storeId: string, c: NewClaim) => tx.run`
  insert into supplier_returns.claim (store_id, id, number, status, supplier_id, supplier_name, part_number, thousandths, claimed_fen, basis, basis_id, basis_number, fault, due_day, opened_at, opened_by_name)
  values (${storeId}, ${c.id}, ${c.number}, 'open', ${c.supplierId}, ${c.supplierName}, ${c.partNumber}, ${c.thousandths}, ${c.claimedFen}, ${c.basis}, ${c.basisId}, ${c.basisNumber}, ${c.fault}, ${c.dueDay}, ${c.openedAt}, ${c.openedByName})`

const change = (tx: Tx, storeId: string, id: string, fields: ReturnType<typeof sql>) => tx.run`update supplier_returns.claim set ${fields}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export const writeAnswer = (tx: Tx, storeId: string, a: { id: string; at: Date; byName: string; answeredWith: string; words: string; remedy: Remedy | null; grantedFen: number | null }) =>
  change(tx, storeId, a.id, sql`status = ${a.remedy === null ? 'refused' : 'accepted'}, answered_at = ${a.at}, answered_by_name = ${a.byName}, answered_with = ${a.answeredWith}, answer_words = ${a.words}, remedy = ${a.remedy}, granted_fen = ${a.grantedFen}`)
export const writeClosed = (tx: Tx, storeId: string, c: { id: string; at: Date; byName: string; words: string }) => change(tx, storeId, c.id, sql`status = 'closed', closed_at = ${c.at}, closed_by_name = ${c.byName}, words = ${c.words}`)
export const writeReopened = (tx: Tx, storeId: string, c: { id: string; words: string; dueDay: string }) =>
  change(tx, storeId, c.id, sql`status = 'open', due_day = ${c.dueDay}, answered_at = null, answered_by_name = null, answered_with = null, answer_words = null, remedy = null, granted_fen = null, closed_at = null, closed_by_name = null, words = ${c.words}`)
export const writeWithdrawn = (tx: Tx, storeId: string, id: string, words: string) => change(tx, storeId, id, sql`status = 'withdrawn', words = ${words}`)

/** By supplier, of the claims since that moment, and of all that are open. */
export type FigureRow = { supplierId: string; supplierName: string; claims: number; open: number; overdue: number; accepted: number; refused: number; claimedFen: number; grantedFen: number }
export const figuresSince = (tx: Tx, storeId: string, since: Date, today: string) => tx.all<FigureRow>`
  select supplier_id, max(supplier_name) as supplier_name, count(*) as claims, count(*) filter (where status = 'open') as open, count(*) filter (where status = 'open' and due_day < ${today}) as overdue,
    count(*) filter (where remedy is not null) as accepted, count(*) filter (where answered_at is not null and remedy is null) as refused,
    sum(claimed_fen)::bigint as claimed_fen, coalesce(sum(granted_fen), 0)::bigint as granted_fen
  from supplier_returns.claim where store_id = ${storeId} and opened_at >= ${since} and status <> 'withdrawn' group by supplier_id order by claims desc, supplier_id limit 500`

export const creditClaims = (tx: Tx, storeId: string, statementId: string) => tx.all<Credited>`
  update supplier_returns.claim c set statement_id = ${statementId}, statement_number = a.statement_number, version = version + 1
  from suppliers.v_agreed a where a.store_id = ${storeId} and a.statement_id = ${statementId} and not a.carried and c.store_id = a.store_id and c.id = a.source_id and c.remedy = 'credit' returning c.id, c.number`

/** A closed claim waits for its credit again. */
export const uncreditClaims = (tx: Tx, storeId: string, statementId: string) => tx.all<Credited>`
  update supplier_returns.claim c set statement_id = null, statement_number = null, status = 'accepted', closed_at = null, closed_by_name = null, version = version + 1
  where c.store_id = ${storeId} and c.statement_id = ${statementId} returning c.id, c.number`

/** Opened again while the statement was being closed. */
export const withdrawnCreditsIn = (tx: Tx, storeId: string, statementId: string) => tx.all<{ number: string }>`
  select distinct c.number from suppliers.v_agreed a join supplier_returns.claim c on c.store_id = a.store_id and c.id = a.source_id and c.remedy is distinct from 'credit'
  where a.store_id = ${storeId} and a.statement_id = ${statementId} limit 5`

import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import type { Cause, ScrapStatus, Step } from '../domain/scrap.ts'

export type ScrapData = {
  id: string; number: string; status: ScrapStatus; round: number; reason: string; askedAt: Date; askedBy: string; askedByName: string; expectedFen: number; words: string
  document: string | null; movedAt: Date | null; costFen: number | null; counterDocument: string | null; version: number
}

const columns = sql`s.id, s.number, s.status, s.round, s.reason, s.asked_at, s.asked_by, s.asked_by_name, s.expected_fen, s.words, s.document, s.moved_at, s.cost_fen, s.counter_document, s.version`

export const listScraps = (tx: Tx, storeId: string, { group, find, after, limit }: { group: 'open' | 'all'; find: string; after: string | null; limit: number }) => tx.all<ScrapData & { lines: number }>`
  select ${columns}, (select count(*) from stock_health.scrap_line l where l.store_id = s.store_id and l.scrap_id = s.id and l.round = s.round) as lines
  from stock_health.scrap s where s.store_id = ${storeId} ${group === 'open' ? sql`and s.status in ('asked', 'checked', 'approved', 'sent-back')` : empty} ${after === null ? empty : sql`and s.id < ${after}`}
  ${foundIn(find, (has) => [has(sql`s.number`), has(sql`s.reason`), has(sql`s.asked_by_name`), sql`exists (select from stock_health.scrap_line l where l.store_id = s.store_id and l.scrap_id = s.id and l.round = s.round and ${has(sql`l.part_number`)})`])}
  order by s.id desc limit ${limit}`

export const findScrap = (tx: Tx, storeId: string, id: string) => tx.maybe<ScrapData>`select ${columns} from stock_health.scrap s where s.store_id = ${storeId} and s.id = ${id}`

/** It stays locked until the transaction ends; whoever signs second sees the new status. */
export const lockScrap = (tx: Tx, storeId: string, id: string) => tx.maybe<ScrapData>`select ${columns} from stock_health.scrap s where s.store_id = ${storeId} and s.id = ${id} for update`

export type NewScrap = Pick<ScrapData, 'id' | 'number' | 'reason' | 'askedAt' | 'askedBy' | 'askedByName' | 'expectedFen'>
export const insertScrap = (tx: Tx, storeId: string, s: NewScrap) => tx.run`
  insert into stock_health.scrap (store_id, id, number, status, reason, asked_at, asked_by, asked_by_name, expected_fen)
  values (${storeId}, ${s.id}, ${s.number}, 'asked', ${s.reason}, ${s.askedAt}, ${s.askedBy}, ${s.askedByName}, ${s.expectedFen})`

const change = (tx: Tx, storeId: string, id: string, fields: ReturnType<typeof sql>) => tx.run`update stock_health.scrap set ${fields}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export const writeStatus = (tx: Tx, storeId: string, id: string, status: ScrapStatus) => change(tx, storeId, id, sql`status = ${status}`)
export const writeWords = (tx: Tx, storeId: string, { id, status, words }: { id: string; status: 'sent-back' | 'withdrawn'; words: string }) => change(tx, storeId, id, sql`status = ${status}, words = ${words}`)
export const writeAskedAgain = (tx: Tx, storeId: string, s: Pick<ScrapData, 'id' | 'reason' | 'askedAt' | 'askedBy' | 'askedByName' | 'expectedFen'>) =>
  change(tx, storeId, s.id, sql`status = 'asked', round = round + 1, reason = ${s.reason}, asked_at = ${s.askedAt}, asked_by = ${s.askedBy}, asked_by_name = ${s.askedByName}, expected_fen = ${s.expectedFen}, words = ''`)
export const writeScrapped = (tx: Tx, storeId: string, { id, document, at, costFen }: { id: string; document: string; at: Date; costFen: number }) =>
  change(tx, storeId, id, sql`status = 'scrapped', document = ${document}, moved_at = ${at}, cost_fen = ${costFen}`)
export const writeReversed = (tx: Tx, storeId: string, { id, counter, words }: { id: string; counter: string; words: string }) => change(tx, storeId, id, sql`status = 'reversed', counter_document = ${counter}, words = ${words}`)

export type LineData = { id: string; partId: string; partNumber: string; placeId: string; bin: string; lotId: string | null; thousandths: number; cause: Cause; expectedFen: number; costFen: number | null }

export const linesOf = (tx: Tx, storeId: string, { id, round }: Pick<ScrapData, 'id' | 'round'>) => tx.all<LineData>`
  select id, part_id, part_number, place_id, bin, lot_id, thousandths, cause, expected_fen, cost_fen from stock_health.scrap_line
  where store_id = ${storeId} and scrap_id = ${id} and round = ${round} order by bin, part_number, id limit 500`

export const insertLines = (tx: Tx, storeId: string, scrapId: string, round: number, lines: readonly Omit<LineData, 'costFen'>[]) => tx.run`
  insert into stock_health.scrap_line (store_id, scrap_id, round, id, part_id, part_number, place_id, bin, lot_id, thousandths, cause, expected_fen)
  select ${storeId}, ${scrapId}, ${round}, * from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.partId)}::uuid[], ${lines.map((l) => l.partNumber)}::text[], ${lines.map((l) => l.placeId)}::uuid[],
    ${lines.map((l) => l.bin)}::text[], ${lines.map((l) => l.lotId)}::uuid[], ${lines.map((l) => l.thousandths)}::bigint[], ${lines.map((l) => l.cause)}::text[], ${lines.map((l) => l.expectedFen)}::bigint[])`

export const writeCosts = (tx: Tx, storeId: string, costs: readonly { id: string; costFen: number }[]) => tx.run`
  update stock_health.scrap_line l set cost_fen = c.cost_fen from unnest(${costs.map((c) => c.id)}::uuid[], ${costs.map((c) => c.costFen)}::bigint[]) as c(id, cost_fen) where l.store_id = ${storeId} and l.id = c.id`

export type SignatureData = { step: Step; at: Date; personId: string; personName: string }

export const signaturesOf = (tx: Tx, storeId: string, { id, round }: Pick<ScrapData, 'id' | 'round'>) => tx.all<SignatureData>`
  select step, at, person_id, person_name from stock_health.signature where store_id = ${storeId} and scrap_id = ${id} and round = ${round} order by array_position(array['check', 'approval', 'signature'], step) limit 3`

export const insertSignature = (tx: Tx, storeId: string, { id, round }: Pick<ScrapData, 'id' | 'round'>, s: SignatureData) => tx.run`
  insert into stock_health.signature (store_id, scrap_id, round, step, at, person_id, person_name) values (${storeId}, ${id}, ${round}, ${s.step}, ${s.at}, ${s.personId}, ${s.personName})`

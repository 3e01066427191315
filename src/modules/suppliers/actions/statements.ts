import { found, invariant, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { monthAfter, monthOf } from '../../parts-orders/domain/calendar.ts'
import * as data from '../data/statements.ts'
import { match, type Theirs } from '../domain/matching.ts'
import { agreedOf, mostLines, whyNotBegin, whyNotClose, whyNotDiscard, whyNotReopen, whyNotSettle, whyNotTakeUp, type Outcome } from '../domain/statement.ts'

export type Seen = { readonly statementId: string; readonly version: number }

export async function lockSeen({ tx, by }: Deed, { statementId, version }: Seen): Promise<data.StatementData> {
  const statement = found(await data.lockStatement(tx, by.storeId, statementId), 'statement')
  refuseStale(statement.version, version)
  return statement
}

export function said(deed: Deed, statement: Pick<data.StatementData, 'id' | 'number' | 'status' | 'version'>, event: string, after: object, reason?: string): { version: number } {
  deed.record({ subject: 'supplier-statement', subjectId: statement.id, before: { status: statement.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `supplier-statement.${event}`, subjectId: statement.id, facts: { number: statement.number } })
  return { version: statement.version + 1 }
}

/** The month's account is begun with what we received; theirs is entered or imported beside it. */
export async function beginStatement(deed: Deed, { supplierId, month }: { readonly supplierId: string; readonly month: string }): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const supplier = found(await data.findSupplier(tx, by.storeId, supplierId), 'supplier')
  const latest = await data.latestOf(tx, by.storeId, supplierId)
  refuseIf(whyNotBegin({ month, thisMonth: monthOf(localDay(now, by.timeZone)), latest: latest === null ? null : { month: monthOf(latest.month), status: latest.status } }))
  const statement = {
    id: deed.newId(), number: await nextNumber(deed, 'SS'), supplierId, supplierName: supplier.name, maker: supplier.kind === 'maker', month: `${month}-01`,
    fromAt: latest?.untilAt ?? startOfDay(`${month}-01`, by.timeZone), untilAt: untilOf(deed, month), openedAt: now, openedByName: by.name,
  }
  const added = await data.insertStatement(tx, by.storeId, statement)
  refuseIf(added === 0 ? new Refusal('suppliers.month-agreed', { month }) : null)
  const opened = found(await data.findStatement(tx, by.storeId, statement.id), 'statement')
  await writeMatched(deed, opened, [])
  said(deed, { ...opened, version: 0 }, 'begun', { number: statement.number, supplier: supplier.name, month })
  return { id: statement.id, number: statement.number, version: opened.version }
}

/** A month that still runs is agreed as far as it has come; the next statement begins there. */
function untilOf({ now, by }: Deed, month: string): Date {
  const end = startOfDay(`${monthAfter(month)}-01`, by.timeZone)
  return now < end ? now : end
}

export const theirsOf = (lines: readonly data.LineData[]): Theirs[] => lines.flatMap(({ document, partNumber, theirThousandths, theirFen }) =>
  (theirThousandths === null || theirFen === null ? [] : [{ document, partNumber, thousandths: theirThousandths, fen: theirFen }]))

/** A line of a statement stands once: one delivery, one part. */
export const keyOf = ({ document, partNumber }: Pick<Theirs, 'document' | 'partNumber'>): string => `${document} ${partNumber}`

const figuresOf = (line: data.LineData): string => [line.document, line.partNumber, line.theirThousandths, line.theirFen, line.receiptId, line.ourThousandths, line.ourFen].join('|')

/** Theirs beside what we received; an unchanged difference keeps what was said about it. */
async function matched(deed: Deed, statement: data.StatementData, theirs: readonly Theirs[], before: readonly data.LineData[]): Promise<data.LineData[]> {
  const { tx, by } = deed
  const earlier = await data.monthBefore(tx, by.storeId, statement)
  const kept = new Map(before.map((line) => [figuresOf(line), line]))
  return match(theirs, await data.oursOf(tx, by.storeId, statement, earlier?.id ?? null)).map(({ theirs: their, ours, kind }): data.LineData => {
    const line: data.LineData = {
      id: deed.newId(), kind, state: kind === 'equal' ? 'settled' : 'open', document: their?.document ?? '', partNumber: their?.partNumber ?? ours?.partNumber ?? '', theirThousandths: their?.thousandths ?? null, theirFen: their?.fen ?? null,
      receiptId: ours?.receiptId ?? null, receiptNumber: ours?.receiptNumber ?? '', ourDocument: ours?.deliveryNote ?? '', ourThousandths: ours?.thousandths ?? null, ourFen: ours?.fen ?? null,
      outcome: null, words: '', saidAt: null, saidByName: null, agreedFen: kind === 'equal' ? their?.fen ?? 0 : null,
    }
    return kept.get(figuresOf(line)) ?? line
  })
}

async function writeMatched(deed: Deed, statement: data.StatementData, theirs: readonly Theirs[]): Promise<number> {
  const { tx, by } = deed
  const before = await data.linesOf(tx, by.storeId, statement.id)
  const lines = await matched(deed, statement, theirs, before)
  await data.deleteLines(tx, by.storeId, statement.id)
  if (lines.length > 0) await data.insertLines(tx, by.storeId, statement.id, lines)
  return lines.length
}

/** A line of the same delivery and part takes the place of the one before: a corrected sheet may be entered again. */
export async function enterLines(deed: Deed, { lines, ...seen }: Seen & { readonly lines: readonly Theirs[] }): Promise<{ version: number }> {
  return enterInto(deed, await lockSeen(deed, seen), lines)
}

export async function enterInto(deed: Deed, statement: data.StatementData, lines: readonly Theirs[]): Promise<{ version: number }> {
  const theirs = new Map(theirsOf(await data.linesOf(deed.tx, deed.by.storeId, statement.id)).map((line) => [keyOf(line), line]))
  for (const line of lines) theirs.set(keyOf(line), line)
  refuseIf(theirs.size > mostLines ? new Refusal('suppliers.too-many-lines', { count: mostLines }) : null)
  return rewrite(deed, statement, [...theirs.values()], 'entered', { lines: lines.length })
}

export async function removeLine(deed: Deed, { lineId, ...seen }: Seen & { readonly lineId: string }): Promise<{ version: number }> {
  const statement = await lockSeen(deed, seen)
  const lines = await data.linesOf(deed.tx, deed.by.storeId, statement.id)
  const line = found(lines.find(({ id, theirFen }) => id === lineId && theirFen !== null), 'line')
  return rewrite(deed, statement, theirsOf(lines.filter(({ id }) => id !== lineId)), 'entered', { removed: { document: line.document, part: line.partNumber, fen: line.theirFen } })
}

/** Receipts were posted or reversed since: theirs stays, ours is read anew. */
export async function matchAgain(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const statement = await lockSeen(deed, seen)
  return rewrite(deed, statement, theirsOf(await data.linesOf(deed.tx, deed.by.storeId, statement.id)), 'matched', {})
}

async function rewrite(deed: Deed, statement: data.StatementData, theirs: readonly Theirs[], event: string, after: object): Promise<{ version: number }> {
  refuseIf(statement.status === 'open' ? null : new Refusal('suppliers.not-open'))
  const untilAt = untilOf(deed, monthOf(statement.month))
  const lines = await writeMatched(deed, { ...statement, untilAt }, theirs)
  await data.touch(deed.tx, deed.by.storeId, statement.id, untilAt)
  return said(deed, statement, event, { ...after, all: lines })
}

type LineWish = Seen & { readonly lineId: string; readonly words: string }

async function lockLine(deed: Deed, { lineId, ...seen }: LineWish): Promise<{ statement: data.StatementData; line: data.LineData }> {
  const statement = await lockSeen(deed, seen)
  const line = found((await data.linesOf(deed.tx, deed.by.storeId, statement.id)).find(({ id }) => id === lineId), 'line')
  return { statement, line }
}

export async function takeUp(deed: Deed, wish: LineWish): Promise<{ version: number }> {
  const { statement, line } = await lockLine(deed, wish)
  refuseIf(whyNotTakeUp({ status: statement.status, kind: line.kind, words: wish.words }))
  return writeSaid(deed, statement, line, { state: 'taken-up', outcome: null, words: wish.words, agreedFen: null })
}

export async function settleLine(deed: Deed, { outcome, ...wish }: LineWish & { readonly outcome: Outcome }): Promise<{ version: number }> {
  const { statement, line } = await lockLine(deed, wish)
  refuseIf(whyNotSettle({ status: statement.status, kind: line.kind, words: wish.words, outcome }))
  return writeSaid(deed, statement, line, { state: 'settled', outcome, words: wish.words, agreedFen: agreedOf(outcome, line) })
}

async function writeSaid(deed: Deed, statement: data.StatementData, line: data.LineData, change: Pick<data.LineData, 'state' | 'outcome' | 'words' | 'agreedFen'>): Promise<{ version: number }> {
  const { tx, by, now } = deed
  await data.writeLine(tx, by.storeId, { id: line.id, ...change, at: now, byName: by.name })
  await data.touch(tx, by.storeId, statement.id, statement.untilAt)
  return said(deed, statement, change.state === 'settled' ? 'line-settled' : 'taken-up', { part: line.partNumber, document: line.document, ...change })
}

/** Closed only when nothing is open; the amount of the invoice is fixed with it (PTS-4.2). */
export async function closeStatement(deed: Deed, seen: Seen): Promise<{ version: number; agreedFen: number }> {
  const { tx, by, now } = deed
  const statement = await lockSeen(deed, seen)
  const lines = await data.linesOf(tx, by.storeId, statement.id)
  const anew = await matched(deed, statement, theirsOf(lines), lines)
  const were = new Set(lines.map(figuresOf))
  refuseIf(whyNotClose({ status: statement.status, states: lines.map(({ state }) => state), fresh: anew.length === lines.length && anew.every((line) => were.has(figuresOf(line))) }))
  const agreedFen = sumOf(lines.map((line) => line.agreedFen ?? 0))
  await data.writeClosed(tx, by.storeId, { id: statement.id, agreedFen, at: now, byName: by.name })
  return { ...said(deed, statement, 'closed', { agreedFen, lines: lines.length }), agreedFen }
}

export async function reopenStatement(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const statement = await lockSeen(deed, seen)
  const latest = (await data.latestOf(tx, by.storeId, statement.supplierId)) ?? refuse(new Refusal('suppliers.not-reopened'))
  refuseIf(whyNotReopen({ status: statement.status, isLatest: latest.id === statement.id }))
  await data.writeReopened(tx, by.storeId, statement.id, reason)
  return said(deed, statement, 'reopened', { status: 'open' }, reason)
}

/** Begun for the wrong supplier or month. */
export async function discardStatement(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const statement = await lockSeen(deed, seen)
  refuseIf(whyNotDiscard(statement.status))
  const changed = await data.writeDiscarded(deed.tx, deed.by.storeId, statement.id, reason)
  invariant(changed === 1, 'a locked statement changed under us')
  return said(deed, statement, 'discarded', { status: 'discarded' }, reason)
}

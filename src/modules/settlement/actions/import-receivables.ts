import { Refusal } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import { customersByName } from '../../customers/public.ts'
import * as data from '../data/opening-receivables.ts'
import { insertReceivableStates } from '../data/receivables.ts'

/** What a customer owed when the store began here; the phone is normal already. */
export type ImportedReceivable = {
  readonly line: number; readonly customerName: string; readonly phone: string | null; readonly amountFen: number; readonly day: string; readonly document: string
  readonly dueOn: string | null; readonly note: string | null
}

export const judgeReceivables = async (reading: Reading, rows: readonly ImportedReceivable[]): Promise<ImportOutcome[]> => (await plan(reading, rows, () => '')).outcomes

/** A ledger: a document number comes in once and is never rewritten. Announces receivable.imported. */
export async function importReceivables(deed: Deed, rows: readonly ImportedReceivable[], importId: string): Promise<ImportOutcome[]> {
  const { tx, by, now } = deed
  const { outcomes, added } = await plan(deed, rows, () => deed.newId())
  if (added.length > 0) {
    await data.insertOpeningReceivables(tx, by.storeId, added, { at: now, personId: by.personId, personName: by.name })
    await insertReceivableStates(tx, by.storeId, added.map(({ id, day, dueOn, amountFen }) => ({ id, dueDay: dueOn ?? day, amountFen })))
  }
  const facts = { added: added.length, amountFen: added.reduce((sum, { amountFen }) => sum + amountFen, 0) }
  deed.record({ subject: 'receivable-import', subjectId: importId, after: facts })
  deed.announce({ event: 'receivable.imported', subjectId: importId, facts })
  return outcomes
}

async function plan({ tx, by, now }: Reading, rows: readonly ImportedReceivable[], newId: () => string): Promise<{ outcomes: ImportOutcome[]; added: data.OpeningReceivable[] }> {
  const today = localDay(now, by.timeZone)
  const customers = Map.groupBy(await customersByName(tx, by.storeId, rows.map(({ customerName }) => customerName)), ({ name }) => name)
  const known = new Map((await data.receivablesByDocument(tx, by.storeId, rows.map(({ document }) => document))).map((row) => [row.document, row]))
  const added: data.OpeningReceivable[] = []
  const outcomes = rows.map((row): ImportOutcome => {
    const named = (customers.get(row.customerName) ?? []).filter(({ phone }) => row.phone === null || phone === row.phone)
    const [customer] = named
    if (customer === undefined) return refusedLine(row.line, 'customerName', new Refusal('settlement.receivable-unknown-customer', { name: row.customerName }))
    if (named.length > 1) return refusedLine(row.line, 'customerName', new Refusal('settlement.receivable-ambiguous-customer', { name: row.customerName }))
    if (row.day > today) return refusedLine(row.line, 'day', new Refusal('settlement.receivable-in-future', { day: row.day }))
    if (row.dueOn !== null && row.dueOn < row.day) return refusedLine(row.line, 'dueOn', new Refusal('settlement.receivable-due-before', { day: row.day }))
    const before = known.get(row.document)
    if (before === undefined) {
      added.push({ id: newId(), document: row.document, customerId: customer.id, customerName: customer.name, amountFen: row.amountFen, day: row.day, dueOn: row.dueOn, note: row.note ?? '' })
      return { line: row.line, result: 'new' }
    }
    return before.customerId === customer.id && before.amountFen === row.amountFen && before.day === row.day ? { line: row.line, result: 'unchanged' }
      : refusedLine(row.line, 'document', new Refusal('settlement.receivable-known', { document: row.document }))
  })
  return { outcomes, added }
}

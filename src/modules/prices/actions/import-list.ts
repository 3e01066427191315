import { Refusal } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import { priceKinds } from '../../catalogue/domain/payers.ts'
import { partsByNumber, type ImportedPrice } from '../../catalogue/public.ts'
import { insertLines, type NewLine } from '../data/lines.ts'
import * as data from '../data/lists.ts'

const fieldOf = { cap: 'capFen', retail: 'retailFen', claim: 'claimFen' } as const

/** Every line is new: what it does to the prices is seen in the draft. A line without a price says nothing. */
async function plan({ tx }: Pick<Reading, 'tx'>, rows: readonly ImportedPrice[]): Promise<{ outcomes: ImportOutcome[]; lines: NewLine[] }> {
  const idOf = new Map((await partsByNumber(tx, rows.map(({ number }) => number))).map(({ number, id }) => [number, id]))
  const lines: NewLine[] = []
  const outcomes = rows.map((row): ImportOutcome => {
    const partId = idOf.get(row.number)
    if (partId === undefined) return refusedLine(row.line, 'number', new Refusal('catalogue.unknown-part', { number: row.number }))
    const said = priceKinds.flatMap((kind): NewLine[] => {
      const priceFen = row[fieldOf[kind]]
      return priceFen === null ? [] : [{ kind, partId, partNumber: row.number, priceFen }]
    })
    lines.push(...said)
    return { line: row.line, result: said.length === 0 ? 'unchanged' : 'new' }
  })
  return { outcomes, lines }
}

export const judgePriceList = async (reading: Reading, rows: readonly ImportedPrice[]): Promise<ImportOutcome[]> => (await plan(reading, rows)).outcomes

/** A maker's list becomes a draft, slice by slice; it is compared when the file was read to its end (reactions/when-import-is-finished.ts). */
export async function importPriceList(deed: Deed, rows: readonly ImportedPrice[], importId: string): Promise<ImportOutcome[]> {
  const { tx } = deed
  const { outcomes, lines } = await plan(deed, rows)
  const fromDay = rows.find(({ validFrom }) => validFrom !== null)?.validFrom ?? null
  const before = await data.lockOfImport(tx, importId)
  const listId = before?.id ?? await begin(deed, importId, fromDay)
  if (before !== null && before.fromDay === null && fromDay !== null) await data.setDay(tx, listId, fromDay)
  if (lines.length > 0) await insertLines(tx, listId, lines, before?.fromDay ?? fromDay ?? localDay(deed.now, deed.by.timeZone))
  deed.record({ subject: 'price-list', subjectId: listId, after: { lines: lines.length } })
  deed.announce({ event: 'price-list.read', subjectId: listId })
  return outcomes
}

async function begin(deed: Deed, importId: string, fromDay: string | null): Promise<string> {
  const { tx, by, now } = deed
  const [id, number] = [deed.newId(), await nextNumber(deed, 'PL')]
  await data.insertList(tx, { id, number, importId, name: `${localDay(now, by.timeZone)} ${by.name}`.slice(0, 60), status: 'reading', fromDay, reverses: null, broughtAt: now, broughtBy: by.personId, broughtByName: by.name })
  return id
}

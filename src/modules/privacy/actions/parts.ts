import { invariant } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Hold, Person, PersonalPart, PersonalTable } from '../../../platform/personal-data.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { readTable, type FoundRow } from '../data/tables.ts'
import { signsOf } from '../domain/strings.ts'
import type { Terms } from '../domain/terms.ts'
import { inOrder } from '../domain/why-not-erase.ts'

const parts: PersonalPart[] = []

/** A port: each module says what it holds about customers and what stands against their erasure. */
export const registerPersonalData = (...more: readonly PersonalPart[]): void => { parts.push(...more) }

export const personalTables = (): readonly PersonalTable[] => parts.flatMap(({ tables }) => tables)

export type Section = { readonly table: PersonalTable; readonly rows: readonly FoundRow[] }
export type Everything = { readonly sections: readonly Section[]; readonly records: readonly string[]; readonly says: readonly string[]; /** His words as they stand in columns of words. */ readonly said: readonly string[] }

/** All that is known of him, table by table; ids found in one lead to records about them in the next, `known` ones from the first. */
export async function everythingOf(tx: Tx, storeId: string, person: Person, known: readonly string[] = []): Promise<Everything> {
  invariant(parts.length > 0, 'no module says what it holds about customers')
  const says = signsOf(person, showPlate)
  const [sections, records, said]: [Section[], string[], string[]] = [[], [...known], []]
  for (const table of personalTables()) {
    const rows = await readTable(tx, storeId, table, { person, records, says })
    sections.push({ table, rows })
    const words = Object.entries(table.columns).filter(([, fate]) => fate === 'words').map(([name]) => name)
    for (const { id, row } of rows) {
      if (id !== null) records.push(id)
      said.push(...words.map((name) => row[name]).filter((text): text is string => typeof text === 'string' && text !== ''))
    }
  }
  return { sections, records, says, said }
}

export async function holdsOf(tx: Tx, storeId: string, person: Person, { now, timeZone, terms }: { now: Date; timeZone: string; terms: Terms }): Promise<Hold[]> {
  const question = { storeId, person, today: localDay(now, timeZone), invoiceYears: terms.invoiceYears, repairYears: terms.repairYears }
  const found: Hold[] = []
  for (const part of parts) found.push(...(await part.holds?.(tx, question) ?? []))
  return inOrder(found)
}

import { Refusal } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import * as data from '../data/statements.ts'
import type { Theirs } from '../domain/matching.ts'
import { mostLines } from '../domain/statement.ts'
import { enterInto, keyOf, theirsOf } from './statements.ts'

export type ImportedStatementLine = { readonly line: number; readonly statement: string; readonly document: string | null; readonly number: string; readonly thousandths: number; readonly fen: number }

export const judgeStatementLines = async (reading: Reading, rows: readonly ImportedStatementLine[]): Promise<ImportOutcome[]> => (await plan(reading, rows, data.statementsByNumber)).outcomes

/** A supplier's sheet as it came: the same as entering its lines (PTS-4.2). */
export async function importStatementLines(deed: Deed, rows: readonly ImportedStatementLine[], importId: string): Promise<ImportOutcome[]> {
  const { outcomes, planned } = await plan(deed, rows, data.lockStatementsByNumber)
  for (const { statement, lines } of planned) if (lines.length > 0) await enterInto(deed, statement, lines)
  deed.record({ subject: 'supplier-statement-import', subjectId: importId, after: { lines: countOf(outcomes, 'new') + countOf(outcomes, 'changed') } })
  return outcomes
}

type Planned = { readonly statement: data.StatementData; readonly before: Map<string, Theirs>; readonly lines: Theirs[] }

async function plan({ tx, by }: Reading, rows: readonly ImportedStatementLine[], statementsOf: typeof data.statementsByNumber): Promise<{ outcomes: ImportOutcome[]; planned: Planned[] }> {
  const planned = new Map<string, Planned>()
  for (const statement of await statementsOf(tx, by.storeId, [...new Set(rows.map((row) => row.statement))])) {
    planned.set(statement.number, { statement, before: new Map(theirsOf(await data.linesOf(tx, by.storeId, statement.id)).map((line) => [keyOf(line), line])), lines: [] })
  }
  const outcomes = rows.map(({ line, statement: number, document, number: partNumber, thousandths, fen }): ImportOutcome => {
    const own = planned.get(number)
    if (own === undefined) return refusedLine(line, 'statement', new Refusal('suppliers.unknown-statement', { number }))
    if (own.statement.status !== 'open') return refusedLine(line, 'statement', new Refusal('suppliers.not-open'))
    if (thousandths === 0) return refusedLine(line, 'thousandths', new Refusal('suppliers.quantity-missing'))
    const their = { document: document ?? '', partNumber, thousandths, fen }
    const known = own.before.get(keyOf(their))
    if (known?.thousandths === thousandths && known.fen === fen) return { line, result: 'unchanged' }
    if (known === undefined && own.before.size >= mostLines) return refusedLine(line, 'statement', new Refusal('suppliers.too-many-lines', { count: mostLines }))
    own.before.set(keyOf(their), their)
    own.lines.push(their)
    return { line, result: known === undefined ? 'new' : 'changed' }
  })
  return { outcomes, planned: [...planned.values()] }
}

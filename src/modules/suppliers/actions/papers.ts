import type { Language, Texts } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore } from '../../organisation/public.ts'
import type { StatementLine } from '../contract.ts'
import { whyNotPrintRequest } from '../domain/statement.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { seeStatement } from './read-statements.ts'

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

/** 付款申请单: goes with the supplier's invoice to the finance manager (PTS-4.3). */
export async function printRequest(reading: Reading, statementId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const statement = await seeStatement(reading, statementId)
  refuseIf(whyNotPrintRequest(statement))
  const store = await findStore(tx, by.storeId)
  const [net, tax] = [statement.agreedFen ?? 0, statement.taxFen ?? 0]
  const told = (name: string | null, at: string | null): string => (at === null ? '' : `${name ?? ''} ${printedMoment(new Date(at), store.timeZone)}`)
  return printing('payment-request', language, statement.number, {
    ...letterhead(store, language, localDay(new Date(statement.askedAt ?? now), store.timeZone)), number: statement.number, printedAt: printedMoment(now, store.timeZone), status: texts[language][`suppliers.status.${statement.status}`] ?? '',
    supplier: statement.supplierName, month: statement.month, invoiceNumber: statement.invoiceNumber ?? '', invoiceDay: statement.invoiceDay ?? '', askedBy: told(statement.askedByName, statement.askedAt), signedBy: told(statement.signedByName, statement.signedAt),
    net, tax, total: net + tax, notes: notesOf(statement.lines),
  })
}

/** What was agreed, by delivery note, as both sides call it. */
function notesOf(lines: readonly StatementLine[]): { document: string; lines: number; amount: number }[] {
  const agreed = lines.filter(({ agreedFen }) => agreedFen !== null && agreedFen !== 0)
  return [...Map.groupBy(agreed, ({ document, ourDocument }) => document || ourDocument)].map(([document, of]) => ({ document, lines: of.length, amount: of.reduce((sum, { agreedFen }) => sum + (agreedFen ?? 0), 0) }))
}

import { firstIdAt } from '../../../kernel/ids.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { fromWallTime } from '../../../kernel/time.ts'
import type { Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import * as data from '../data/journal.ts'
import { headOf, postingsOf, whyNotJournal, type Booked, type Posting } from '../domain/journal.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

export type Period = { readonly from: string; readonly to: string }

/** All postings of the days, oldest first. */
export async function journalOf({ tx, by }: Reading, period: Period): Promise<Posting[]> {
  const bills = await data.billEntries(tx, by.storeId, { ...period, timeZone: by.timeZone })
  const receipts = await data.receiptEntries(tx, by.storeId, period)
  const uses = await data.useEntries(tx, by.storeId, { ...period, timeZone: by.timeZone })
  const costs = await data.costEntries(tx, by.storeId, { ...period, timeZone: by.timeZone })
  const expenses = await data.expenseEntries(tx, by.storeId, { ...period, timeZone: by.timeZone })
  const counter = await data.counterEntries(tx, by.storeId, { ...period, timeZone: by.timeZone, firstId: firstIdAt(fromWallTime(`${period.from}T00:00`, by.timeZone) ?? new Date(0)) })
  const writeOffs = await data.writeOffEntries(tx, by.storeId, period)
  const booked: Booked[] = [
    ...bills.map((bill) => ({ ...bill, kind: 'bill' as const })),
    ...receipts.map(({ kind, ...receipt }) => ({ ...receipt, kind: 'receipt' as const, deposit: kind === 'deposit' })),
    ...costs.map((cost) => ({ ...cost, kind: 'cost' as const })),
    ...counter.map((cost) => ({ ...cost, kind: 'counter' as const })),
    ...expenses.map((expense) => ({ ...expense, kind: 'expense' as const })),
    ...writeOffs.map((entry) => ({ ...entry, kind: 'write-off' as const })),
    ...uses.map((use) => ({ ...use, kind: 'deposit-use' as const })),
  ]
  return booked.toSorted((a, b) => a.day.localeCompare(b.day) || a.document.localeCompare(b.document)).flatMap(postingsOf)
}

/** For the bookkeeper's program: a line a posting, debit equal to credit on the last one. */
export async function journalFile(reading: Reading, { language, ...period }: Period & { readonly language: Language }): Promise<OutgoingFile> {
  const { by } = reading
  const t = language === 'en' ? en : zh
  refuseIf(whyNotJournal(period))
  const postings = await journalOf(reading, period)
  const nameOf = (account: string): string => {
    const head = headOf(account)
    return head === null ? '' : t[`invoicing.account.${head}`]
  }
  const money = (fen: number): Cell => (fen === 0 ? '' : fen / 100)
  const sum = (side: 'debitFen' | 'creditFen') => postings.reduce((total, posting) => total + posting[side], 0) / 100
  const title = `${t['invoicing.journal']} · ${by.storeCode} · ${period.from}–${period.to} · ${by.name}`
  const bytes = await writeSheet('xlsx', { name: t['invoicing.journal'], headRows: 2, widths: [12, 24, 24, 10, 22, 14, 14] }, [
    [title], [t['invoicing.day'], t['invoicing.document'], t['invoicing.about'], t['invoicing.account'], t['invoicing.account-name'], t['invoicing.debit'], t['invoicing.credit']],
    ...postings.map(({ day, document, about, account, debitFen, creditFen }): Cell[] => [day, document, about, account, nameOf(account), money(debitFen), money(creditFen)]),
    [t['invoicing.sum'], '', '', '', '', sum('debitFen'), sum('creditFen')],
  ])
  return { name: `${t['invoicing.journal']} ${by.storeCode} ${period.from}–${period.to}.xlsx`, type: sheetTypes.xlsx, bytes }
}

import { formatFen, formatThousandths } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { fill, type Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { sheetTypes } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { plannedLines } from '../data/lines.ts'
import { findPlan } from '../data/plans.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** As the maker reads it in, one row a part, with last month's beside it (PPL-1.3). Numbers are only shown, and nothing is ever a formula. */
export async function planSheet({ tx, by }: Reading, planId: string, language: Language): Promise<OutgoingFile> {
  const plan = found(await findPlan(tx, by.storeId, planId), 'monthly plan')
  const lines = await plannedLines(tx, by.storeId, planId)
  refuseIf(lines.length === 0 ? new Refusal('parts-plan.nothing-planned') : null)
  const t = language === 'en' ? en : zh
  const head = (['number', 'month', 'part-number', 'part-name', 'planned', 'unit', 'unit-cost', 'amount', 'last', 'on-hand', 'on-order', 'year-demand', 'reason'] as const).map((key) => t[`parts-plan.${key}`])
  const count = (thousandths: number): number => Number(formatThousandths(thousandths))
  const rows = lines.map((line) => [
    plan.number, plan.month, line.partNumber, language === 'en' ? line.nameEn : line.nameZh, count(line.plannedThousandths), line.unit, Number(formatFen(line.unitCostFen)), Number(formatFen(line.plannedFen)),
    line.lastThousandths === null ? null : count(line.lastThousandths), count(line.onHandThousandths), count(line.onOrderThousandths), count(line.demand.reduce((sum, period) => sum + period, 0)), line.reason,
  ])
  const title = fill(t['parts-plan.sheet-title'], { number: plan.number, month: plan.month, kind: t[`parts-plan.kind.${plan.kind}`], store: by.storeCode, status: t[`parts-plan.status.${plan.status}`] })
  const bytes = await writeSheet('xlsx', { name: plan.number, headRows: 2, widths: [22, 10, 20, 24, 10, 8, 12, 12, 12, 10, 10, 12, 30] }, [[title], head, ...rows])
  return { name: `${plan.number}.xlsx`, type: sheetTypes.xlsx, bytes }
}

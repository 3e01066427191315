import { refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { tolerance } from '../../appointments/domain/kept.ts'
import type { Way } from '../../settlement/domain/till.ts'
import type { listBehind as behindRoute } from '../contract.ts'
import * as data from '../data/behind.ts'
import { behindOf, countsFor, type BehindCode } from '../domain/figures.ts'
import { whyNotPeriod, type Period, type Work } from '../domain/period.ts'
import { scopeOf } from './read-figures.ts'

type Wish = Period & { readonly figure: BehindCode; readonly advisor?: string | undefined; readonly team?: string | undefined; readonly work?: Work | undefined; readonly payer?: Payer | undefined; readonly way?: Way | undefined; readonly after?: string | undefined; readonly limit: number }

export async function listBehind(reading: Reading, { figure, advisor, team, work, payer, way, after, limit, ...period }: Wish): Promise<AnswerOf<typeof behindRoute>> {
  refuseIf(whyNotPeriod(period))
  const list = behindOf(figure)
  const rows = await data.listBehind(reading.tx, list, scopeOf(reading, period, null, { advisorId: advisor, team, work, payer, way }), tolerance, { after: after ?? null, limit: limit + 1 })
  return { list, rows: rows.slice(0, limit).map((row) => ({ ...row, met: countsFor(figure, row), at: row.at.toISOString() })), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import { findParts, partUnits } from '../../catalogue/public.ts'
import { inOwnUnit } from '../domain/units.ts'
import type { ReceiptLine } from './receive-parts.ts'

/** A line as it stands on the delivery note: in the supplier's unit, where one is named. */
export type DeliveredLine = ReceiptLine & { readonly unit?: string | undefined }

const mostThousandths = 100_000_000

/** Stock is kept in the part's own unit. Refuses stock.unit-unknown, stock.unit-too-much, stock.unit-too-little. */
export async function inOwnUnits(tx: Tx, lines: readonly DeliveredLine[]): Promise<ReceiptLine[]> {
  const named = lines.filter(({ unit }) => unit !== undefined).map(({ partId }) => partId)
  if (named.length === 0) return lines.map(({ unit: _, ...line }) => line)
  const parts = await findParts(tx, named)
  const units = await partUnits(tx, named)
  return lines.map(({ unit, ...line }) => {
    const part = parts.find(({ id }) => id === line.partId)
    if (unit === undefined || unit === part?.unit) return line
    const { number } = found(part, 'part')
    const known = units.find((row) => row.partId === line.partId && row.unit === unit) ?? refuse(new Refusal('stock.unit-unknown', { part: number, unit }))
    const thousandths = inOwnUnit(line.thousandths, known.factorThousandths)
    refuseIf(thousandths > mostThousandths ? new Refusal('stock.unit-too-much', { part: number }) : null)
    refuseIf(thousandths < 1 ? new Refusal('stock.unit-too-little', { part: number }) : null)
    return { ...line, thousandths }
  })
}

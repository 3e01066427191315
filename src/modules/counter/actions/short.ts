import type { Reading } from '../../../platform/deed.ts'
import { reservationsOfOrder } from '../../stock/public.ts'
import type { SlipLineData } from '../data/slips.ts'

/** What no shelf has for each line: wanted, less what was picked, less what is reserved for it. */
export async function shortOf({ tx, by }: Pick<Reading, 'tx' | 'by'>, slipId: string, lines: readonly SlipLineData[]): Promise<Map<string, { reserved: number; short: number }>> {
  const reserved = new Map((await reservationsOfOrder(tx, by.storeId, slipId)).map((row) => [row.lineId, row.thousandths]))
  return new Map(lines.map(({ id, thousandths, issuedThousandths }) => [id, { reserved: reserved.get(id) ?? 0, short: Math.max(0, thousandths - issuedThousandths - (reserved.get(id) ?? 0)) }]))
}

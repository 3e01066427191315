import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listVersions as listRoute } from '../contract.ts'
import { listLines, type LineData } from '../data/lines.ts'
import { findOrder, lockOrder } from '../data/orders.ts'
import { insertVersion, versionsOf } from '../data/versions.ts'
import { isSame, whyNotShow, type ShownLine, type VersionWay } from '../domain/versions.ts'

const shownLine = ({ id, kind, payer, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, discountFen, amountFen, shares }: LineData): ShownLine =>
  ({ id, kind, payer, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, discountFen, amountFen, shares })

/** The customer sees the estimate: what he saw is kept. Shown again unchanged, it is the same version. */
export async function showEstimate(deed: Deed, wish: { readonly orderId: string; readonly version: number; readonly way: VersionWay }): Promise<{ number: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseStale(order.version, wish.version)
  const lines = (await listLines(tx, by.storeId, order.id)).map(shownLine)
  refuseIf(whyNotShow({ status: order.status, lines: lines.length }))
  const [last] = await versionsOf(tx, by.storeId, order.id, 1)
  const same = last !== undefined && isSame(last.lines, lines)
  const number = same ? last.number : (last?.number ?? 0) + 1
  if (!same) await insertVersion(tx, by.storeId, { id: deed.newId(), orderId: order.id, number, at: now, personId: by.personId, personName: by.name, way: wish.way, totalFen: order.totalFen, lines })
  deed.record({ subject: 'repair-order', subjectId: order.id, after: { shown: number, way: wish.way, totalFen: order.totalFen } })
  deed.announce({ event: 'repair-order.estimate-shown', subjectId: order.id })
  return { number }
}

export async function listVersions({ tx, by }: Reading, orderId: string): Promise<AnswerOf<typeof listRoute>> {
  found(await findOrder(tx, by.storeId, orderId), 'repair order')
  return { rows: (await versionsOf(tx, by.storeId, orderId)).map(({ orderId: _, personId: __, at, lines, ...row }) => ({ ...row, at: at.toISOString(), lines: [...lines] })) }
}

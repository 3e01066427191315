import { found, invariant, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { insertRefused } from '../data/added-work.ts'
import { deleteLines, listLines, touchOrder, type LineData } from '../data/lines.ts'
import { lockOrder, type OrderData } from '../data/orders.ts'
import { estimateItems, type EstimateItem } from '../domain/estimate-items.ts'
import { whyNotShow } from '../domain/versions.ts'
import { authoriseWork, type AuthoriseWish } from './authorise-work.ts'

export type EstimateAnswer = Pick<AuthoriseWish, 'orderId' | 'promisedAt' | 'choices' | 'earliest' | 'lookedAt' | 'earlyReason'> & {
  /** Items that the customer does not want; all others he wants. */
  readonly refused: readonly string[]
  readonly customerName: string
  readonly words: string
  readonly signature: string
}

/**
 * The customer's own answer to the whole estimate (rules.md, Remote link): what he does not want leaves it and is recommended at the next visit,
 * his yes to the rest is the yes of the counter, by the same deed with the same checks.
 */
export async function answerEstimate(deed: Deed, { refused, customerName, words, signature, ...yes }: EstimateAnswer): Promise<{ agreed: number; refused: number }> {
  const { tx, by } = deed
  const order = found(await lockOrder(tx, by.storeId, yes.orderId), 'repair order')
  const items = estimateItems(await listLines(tx, by.storeId, order.id))
  refuseIf(whyNotShow({ status: order.status, lines: items.length }))
  const unwanted = items.filter(({ id }) => refused.includes(id))
  if (unwanted.length > 0) await becomeRecommendations(deed, order, unwanted, { customerName, words, signature })
  const { version } = await touchOrder(tx, by.storeId, order.id)
  const agreed = items.length - unwanted.length
  // By his own hand, with the digits of his phone: the number was checked.
  if (agreed > 0) await authoriseWork(deed, { ...yes, version, phoneChecked: true, signature, unsignedReason: '' })
  else deed.announce({ event: 'repair-order.estimate-refused', subjectId: order.id })
  return { agreed, refused: unwanted.length }
}

async function becomeRecommendations(deed: Deed, order: OrderData, items: readonly EstimateItem<LineData>[], answer: Pick<EstimateAnswer, 'customerName' | 'words' | 'signature'>): Promise<void> {
  const { tx, by, now } = deed
  const works = items.map(({ nameZh, lines, totalFen }) => ({ ...answer, id: deed.newId(), findings: nameZh, lines, totalFen }))
  await insertRefused(tx, by.storeId, { orderId: order.id, plate: order.plate, at: now, by: by.personId, byName: by.name, works })
  const gone = items.flatMap(({ lines }) => lines.map(({ id }) => id))
  const deleted = await deleteLines(tx, by.storeId, gone)
  invariant(deleted === gone.length, 'a line of a locked order vanished')
  for (const { id, findings, totalFen } of works) {
    deed.record({ subject: 'added-work', subjectId: id, after: { status: 'refused', way: 'link', findings, totalFen, customerName: answer.customerName, words: answer.words } })
    deed.announce({ event: 'repair-order.added-work-refused', subjectId: order.id, facts: { addedWorkId: id, plate: order.plate, advisorId: order.advisorId, advisorName: order.advisorName } })
  }
}

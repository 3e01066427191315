import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as ledger from '../data/ledger.ts'
import { issuesOfLine } from '../data/moves.ts'
import { costGivenBack } from '../domain/lots.ts'

export type ReturnFromJob = {
  readonly orderId: string
  readonly lineId: string
  readonly partId: string
  readonly thousandths: number
  readonly document: string
  readonly reason: string
}

/** Parts come back from a job to the lot they came from, the latest issue first, with the cost they took. Refuses stock.more-than-issued. */
export async function returnFromJob(deed: Deed, wish: ReturnFromJob): Promise<void> {
  const { tx, by, now } = deed
  await ledger.lockKnownParts(tx, by.storeId, [wish.partId])
  const issues = (await issuesOfLine(tx, by.storeId, wish.lineId)).filter(({ partId }) => partId === wish.partId)
  const outside = issues.reduce((sum, issue) => sum + issue.thousandths - issue.backThousandths, 0)
  refuseIf(wish.thousandths > outside ? new Refusal('stock.more-than-issued', { issued: outside / 1000 }) : null)
  const moves: ledger.NewMove[] = []
  let open = wish.thousandths
  for (const issue of issues) {
    const thousandths = Math.min(open, issue.thousandths - issue.backThousandths)
    if (thousandths <= 0) continue
    const costFen = costGivenBack({ moved: issue.thousandths, cost: issue.costFen }, { moved: issue.backThousandths, cost: issue.backCostFen }, thousandths)
    moves.push({
      id: deed.newId(), partId: issue.partId, lotId: issue.lotId, fromPlace: issue.toPlace, toPlace: issue.fromPlace, thousandths, costFen,
      orderId: wish.orderId, lineId: wish.lineId, takesBack: issue.id,
    })
    open -= thousandths
  }
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document: wish.document, reason: wish.reason }, moves)
  deed.record({ subject: 'stock-return', subjectId: wish.orderId, after: wish })
  deed.announce({ event: 'stock.returned', subjectId: wish.orderId })
}

import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Announcement, Deed } from '../../../platform/deed.ts'
import * as claims from '../data/claims.ts'
import * as returns from '../data/returns.ts'

/** A closed statement credits the returns and claims it settled whole; opened again it takes that back. */
export async function creditInStatement(deed: Deed, news: readonly Announcement[]): Promise<void> {
  for (const { event, subjectId } of news) {
    if (event === 'supplier-statement.closed') await credit(deed, subjectId)
    if (event === 'supplier-statement.reopened') await takeBack(deed, subjectId)
  }
}

async function credit(deed: Deed, statementId: string): Promise<void> {
  const { tx, by } = deed
  const [credited, claimed] = [await returns.creditReturns(tx, by.storeId, statementId), await claims.creditClaims(tx, by.storeId, statementId)]
  // Whoever reversed one of them a moment ago was first: the statement is matched with what is so now.
  const gone = [...await returns.reversedIn(tx, by.storeId, statementId), ...await claims.withdrawnCreditsIn(tx, by.storeId, statementId)]
  refuseIf(gone.length > 0 ? new Refusal('suppliers.match-again') : null)
  tell(deed, 'credited', credited, claimed)
}

async function takeBack(deed: Deed, statementId: string): Promise<void> {
  const { tx, by } = deed
  tell(deed, 'credit-taken-back', await returns.uncreditReturns(tx, by.storeId, statementId), await claims.uncreditClaims(tx, by.storeId, statementId))
}

function tell(deed: Deed, event: string, credited: readonly returns.Credited[], claimed: readonly returns.Credited[]): void {
  for (const [subject, rows] of [['supplier-return', credited], ['supplier-claim', claimed]] as const) {
    for (const { id, number } of rows) {
      deed.record({ subject, subjectId: id, after: { number, event } })
      deed.announce({ event: `${subject}.${event}`, subjectId: id, facts: { number } })
    }
  }
}

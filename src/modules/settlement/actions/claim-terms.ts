import { refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { seeClaimTerms as termsRoute } from '../contract.ts'
import * as data from '../data/statements.ts'
import { termsOf, type ClaimTerm } from '../domain/receivable.ts'

export const termsFor = async ({ tx, by }: Reading): Promise<ClaimTerm[]> => termsOf(await data.claimTerms(tx, by.storeId))

export const seeClaimTerms = async (reading: Reading): Promise<AnswerOf<typeof termsRoute>> => ({ rows: await termsFor(reading) })

/** Within how many days a payer of claims pays, as agreed with him: what is open counts by it from now on. */
export async function keepClaimTerm(deed: Deed, wish: ClaimTerm): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = (await termsFor(deed)).find(({ payer }) => payer === wish.payer)
  const kept = await data.keepClaimTerm(tx, by.storeId, wish)
  if (kept === null || before === undefined) refuseStale(before?.version ?? 0, -1)
  deed.record({ subject: 'claim-term', subjectId: deed.newId(), before, after: wish })
  deed.announce({ event: 'statement.claim-term-changed', subjectId: by.storeId })
  return { version: wish.version + 1 }
}

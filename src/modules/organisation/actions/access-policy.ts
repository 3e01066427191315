import { invariant, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as access from '../data/access.ts'
import type { AccessPolicy } from '../domain/password-policy.ts'

export async function seePolicy({ tx, by }: Reading) {
  const [policy] = await access.listPolicies(tx, [by.storeId])
  invariant(policy !== undefined, 'a store has a policy')
  return { ...policy, secondFactorPositions: [...policy.secondFactorPositions] }
}

/** Counts from the next log-in on; who is at work goes on. */
export async function setPolicy({ tx, by, record, announce }: Deed, wish: AccessPolicy & { version: number; reason: string }): Promise<{ version: number }> {
  const before = await access.lockPolicy(tx, by.storeId)
  refuseStale(before.version, wish.version)
  invariant(await access.updatePolicy(tx, by.storeId, wish) === 1, 'a locked policy changed under us')
  const { reason, ...after } = wish
  record({ subject: 'access-policy', subjectId: by.storeId, before, after, reason })
  announce({ event: 'access-policy.changed', subjectId: by.storeId })
  return { version: wish.version + 1 }
}

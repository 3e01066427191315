import { refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { countHolders, countOthersWith, lockStore } from '../data/accounts.ts'
import { decisivePositions, decisiveRights, whyNotLose } from '../domain/administrators.ts'

const watched = { positions: decisivePositions, rights: decisiveRights }

/** Does what might leave the store without an administrator, and undoes it if it would. Two such deeds wait for each other. */
export async function keepingAdministrators<Answer>({ tx, by, now }: Deed, work: () => Promise<Answer>): Promise<Answer> {
  await lockStore(tx, by.storeId)
  const today = localDay(now, by.timeZone)
  const before = await countHolders(tx, by.storeId, today, watched)
  const answer = await work()
  refuseIf(whyNotLose(before, await countHolders(tx, by.storeId, today, watched)))
  return answer
}

/** Nobody else here holds that right: whoever is alone may do what else takes two, and it is marked. */
export const isAlone = async ({ tx, by, now }: Deed, permission: string): Promise<boolean> =>
  (await countOthersWith(tx, by.storeId, { personId: by.personId, permission, today: localDay(now, by.timeZone) })).others === 0

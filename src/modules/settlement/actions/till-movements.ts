import { refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as data from '../data/tills.ts'
import { tillState, whyNotRefund } from '../domain/till.ts'
import { cashIn } from './tills.ts'

/** Above zero into the drawer, below zero out of it. */
export type TillMove = { readonly amountFen: number; readonly subject: string; readonly subjectId: string; readonly about: string; readonly reason: string }

/** Cash for no customer (an advance, an expense): today, in the open till, never more than it holds. Who calls records the deed; the day's till stays locked until its end. */
export async function moveCash(deed: Deed, { amountFen, ...move }: TillMove): Promise<{ number: string }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const till = await data.lockTill(tx, by.storeId, day, true)
  refuseIf(whyNotRefund({ cash: true, amountFen: Math.max(0, -amountFen), till: tillState(till), inTillFen: await cashIn(deed, till, day) }))
  const number = await nextNumber(deed, 'TM')
  await data.insertTillMovement(tx, by.storeId, { ...move, id: deed.newId(), number, day, at: now, personId: by.personId, personName: by.name, amountFen })
  return { number }
}

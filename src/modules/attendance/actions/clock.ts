import { refuseIf } from '../../../kernel/refusal.ts'
import { wallTime } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { findOrder } from '../../repair-orders/public.ts'
import { momentThatCounts } from '../../workshop/domain/jobs.ts'
import { runningClock } from '../../workshop/public.ts'
import * as data from '../data/spells.ts'
import { isTechnician, whyNotComeIn, whyNotGo } from '../domain/attendance.ts'

/** `at`: when it was done on a phone without network. */
type Done = { readonly at?: string | undefined }

const said = ({ at }: Done): Date | null => (at === undefined ? null : new Date(at))

/** The server's time counts, or the phone's where it had no network (as with the clock of a job). */
export async function comeIn(deed: Deed, done: Done): Promise<{ id: string; cameAt: string }> {
  const { tx, by, now } = deed
  await data.waitForPerson(tx, by.storeId, by.personId)
  const open = await data.openSpellOf(tx, by.storeId, by.personId)
  refuseIf(whyNotComeIn(open === null ? null : { since: wallTime(open.cameAt, by.timeZone).replace('T', ' ') }))
  const cameAt = momentThatCounts(now, said(done), await data.lastLeft(tx, by.storeId, by.personId) ?? new Date(0))
  const spell = { id: deed.newId(), personId: by.personId, personName: by.name, technician: isTechnician(by.positions), cameAt, leftAt: null }
  await data.insertSpell(tx, by.storeId, spell)
  deed.record({ subject: 'attendance', subjectId: spell.id, after: { personName: by.name, cameAt, ...(done.at === undefined ? {} : { said: done.at }) } })
  deed.announce({ event: 'attendance.came', subjectId: by.personId })
  return { id: spell.id, cameAt: cameAt.toISOString() }
}

export async function goOut(deed: Deed, done: Done): Promise<{ id: string; leftAt: string }> {
  const { tx, by, now } = deed
  await data.waitForPerson(tx, by.storeId, by.personId)
  const open = await data.openSpellOf(tx, by.storeId, by.personId)
  const running = await runningClock(tx, by.storeId, by.personId)
  const runningOn = running === null ? null : ((await findOrder(tx, by.storeId, running.orderId))?.plate ?? '')
  refuseIf(whyNotGo({ isHere: open !== null, runningOn }))
  const { id, cameAt } = open ?? { id: '', cameAt: now }
  const leftAt = momentThatCounts(now, said(done), cameAt)
  await data.endSpell(tx, by.storeId, { id, leftAt, forgotten: false })
  deed.record({ subject: 'attendance', subjectId: id, before: { cameAt, leftAt: null }, after: { personName: by.name, cameAt, leftAt, ...(done.at === undefined ? {} : { said: done.at }) } })
  deed.announce({ event: 'attendance.left', subjectId: by.personId })
  return { id, leftAt: leftAt.toISOString() }
}

import { refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { findCustomers, phoneFor } from '../../customers/public.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import type { listCalls as listRoute } from '../contract.ts'
import { insertCall, ownersOf, worthCalling, type CallCause, type CallResult } from '../data/calls.ts'

const [daysOverdue, daysAhead, daysOfPeace] = [90, 14, 7]

export async function listCalls({ tx, by, now }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const today = localDay(now, by.timeZone)
  const since = new Date(now.getTime() - daysOfPeace * 86_400_000)
  const rows = await worthCalling(tx, by.storeId, { today, dueFrom: addDays(today, -daysOverdue), dueUntil: addDays(today, daysAhead), since, now })
  const owners = new Map((await ownersOf(tx, by.storeId, rows.map(({ plate }) => plate))).map(({ plate, ownerId }) => [plate, ownerId]))
  const customers = new Map((await findCustomers(tx, by.storeId, [...owners.values()])).map((customer) => [customer.id, customer]))
  return {
    rows: rows.map((row) => {
      const owner = customers.get(owners.get(row.plate) ?? '')
      return { ...row, lastCallAt: row.lastCallAt?.toISOString() ?? null, owner: owner === undefined ? null : { customerId: owner.id, name: owner.name, phone: phoneFor(by, owner.phone) } }
    }),
  }
}

/** FDS-2.2: an idle advisor called; whoever answered is left in peace for a week. */
export async function recordCall(deed: Deed, wish: { plate: string; cause: CallCause; result: CallResult; note: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const plate = normalPlate(wish.plate)
  refuseIf(whyNotPlate(plate))
  const call = { ...wish, id: deed.newId(), at: now, personId: by.personId, personName: by.name, plate }
  await insertCall(tx, by.storeId, call)
  deed.record({ subject: 'appointment-call', subjectId: call.id, after: { plate, cause: wish.cause, result: wish.result, note: wish.note } })
  deed.announce({ event: 'appointment.called', subjectId: call.id })
  return { id: call.id }
}

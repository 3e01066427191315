import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import * as data from '../data/spells.ts'
import { isTechnician, whyNotCorrect } from '../domain/attendance.ts'

type Times = { readonly came: string; readonly left: string; readonly reason: string }

/** What was stays beside what is: in the attendance's own history and in the audit. */
export async function correctSpell(deed: Deed, { spellId, version, reason, ...times }: Times & { readonly spellId: string; readonly version: number }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { personId } = found(await data.findSpell(tx, by.storeId, spellId), 'attendance')
  await data.waitForPerson(tx, by.storeId, personId)
  const before = found(await data.findSpell(tx, by.storeId, spellId), 'attendance')
  refuseStale(before.version, version)
  const [came, left] = [new Date(times.came), new Date(times.left)]
  const others = await data.otherSpells(tx, by.storeId, { id: spellId, personId, came, left })
  refuseIf(whyNotCorrect({ before, came, left, now, others, byHimself: personId === by.personId }))
  await data.correctSpell(tx, by.storeId, { id: spellId, came, left })
  await data.insertCorrection(tx, by.storeId, {
    id: deed.newId(), spellId, at: now, personId: by.personId, personName: by.name, reason, cameBefore: before.cameAt, leftBefore: before.leftAt, cameAfter: came, leftAfter: left,
  })
  const { personName } = before
  deed.record({ subject: 'attendance', subjectId: spellId, before: { personName, cameAt: before.cameAt, leftAt: before.leftAt }, after: { personName, cameAt: came, leftAt: left }, reason })
  deed.announce({ event: 'attendance.corrected', subjectId: personId })
  return { version: version + 1 }
}

/** Somebody was there and never clocked. */
export async function addSpell(deed: Deed, { personId, reason, ...times }: Times & { readonly personId: string }): Promise<{ id: string; version: number }> {
  const { tx, by, now } = deed
  const person = found((await staffOf(deed, [personId]))[0], 'person')
  await data.waitForPerson(tx, by.storeId, personId)
  const [came, left] = [new Date(times.came), new Date(times.left)]
  const others = await data.otherSpells(tx, by.storeId, { id: null, personId, came, left })
  refuseIf(whyNotCorrect({ before: null, came, left, now, others, byHimself: personId === by.personId }))
  const id = deed.newId()
  await data.insertSpell(tx, by.storeId, { id, personId, personName: person.name, technician: isTechnician(person.positions), cameAt: came, leftAt: left })
  await data.insertCorrection(tx, by.storeId, { id: deed.newId(), spellId: id, at: now, personId: by.personId, personName: by.name, reason, cameBefore: null, leftBefore: null, cameAfter: came, leftAfter: left })
  deed.record({ subject: 'attendance', subjectId: id, after: { personName: person.name, cameAt: came, leftAt: left }, reason })
  deed.announce({ event: 'attendance.corrected', subjectId: personId })
  return { id, version: 1 }
}

import { found, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as data from '../data/acknowledgements.ts'
import { lockInstance, setStatus, type InstanceWithDuty } from '../data/instances.ts'
import { whyNotAcknowledge, whyNotAcknowledgeAll, whyNotTakeBack, type AcknowledgeFacts, type InstanceStatus, type SupervisorsAction } from '../domain/instance.ts'
import { supervisedBy, type Supervised } from './read-duties.ts'

/** When a meeting last spoke of each of these duties; told by the module of meetings, which knows this one. */
let lastSpokenOf = (_tx: Tx, _storeId: string, _dutyIds: readonly string[]): Promise<readonly { dutyId: string; at: Date }[]> => Promise.resolve([])
export const registerMeetings = (port: typeof lastSpokenOf): void => { lastSpokenOf = port }

type Word = { readonly action: SupervisorsAction; readonly note: string }

/** A supervisor says what he did about it; with 'excused' nobody owes it any more. */
export async function acknowledge(deed: Deed, { instanceId, ...word }: Word & { readonly instanceId: string }): Promise<{ id: string }> {
  const instance = found(await lockInstance(deed.tx, deed.by.storeId, instanceId), 'duty')
  refuseIf(whyNotAcknowledge((await factsFor(deed, word))(instance)))
  return { id: await speak(deed, instance, word) }
}

/** The same word about several, all of them or none; each has its own row of it, and its own in the audit. */
export async function acknowledgeSeveral(deed: Deed, { instanceIds, ...word }: Word & { readonly instanceIds: readonly string[] }): Promise<{ count: number }> {
  const instances: InstanceWithDuty[] = []
  for (const instanceId of [...new Set(instanceIds)].toSorted((a, b) => (a < b ? -1 : 1))) instances.push(found(await lockInstance(deed.tx, deed.by.storeId, instanceId), 'duty'))
  const factsOf = await factsFor(deed, word)
  refuseIf(whyNotAcknowledgeAll(instances.map((instance) => ({ ...factsOf(instance), name: [instance.dutyId, localDay(instance.dueAt, deed.by.timeZone), instance.holderName].filter((part) => part !== '').join(' ') }))))
  for (const instance of instances) await speak(deed, instance, word)
  return { count: instances.length }
}

async function factsFor(deed: Deed, word: Word): Promise<(instance: InstanceWithDuty) => AcknowledgeFacts> {
  const supervised = await supervisedBy(deed)
  return (instance) => ({ status: instance.status, overdue: instance.dueAt < deed.now, supervises: supervised.has(instance), own: deed.by.positions.some((position) => position === instance.position), ...word })
}

async function speak(deed: Deed, { id: instanceId, status }: InstanceWithDuty, { action, note }: Word): Promise<string> {
  const { tx, by, now } = deed
  const id = deed.newId()
  await data.insertAcknowledgement(tx, by.storeId, { id, instanceId, at: now, personId: by.personId, personName: by.name, action, note })
  if (action === 'excused') await setStatus(tx, by.storeId, instanceId, 'excused', now)
  deed.record({ subject: 'duty', subjectId: instanceId, before: { status }, after: { action, note } })
  deed.announce({ event: 'duty.acknowledged', subjectId: instanceId })
  return id
}

type Spoken = data.SpokenData & Pick<InstanceWithDuty, 'dutyId' | 'position'>

/** For each word, why this person may not take it back; one question for all of them. */
export async function takingBack({ tx, by, now }: Pick<Reading, 'tx' | 'by' | 'now'>, supervised: Supervised, words: readonly Spoken[]): Promise<(word: Spoken) => ReturnType<typeof whyNotTakeBack>> {
  const standing = words.filter(({ takenBackAt }) => takenBackAt === null)
  const spoken = new Map(standing.length === 0 ? [] : (await lastSpokenOf(tx, by.storeId, [...new Set(standing.map(({ dutyId }) => dutyId))])).map(({ dutyId, at }) => [dutyId, at]))
  return ({ personId, takenBackAt, at, action, ...duty }) => {
    const read = spoken.get(duty.dutyId)
    const mayExcuse = supervised.has(duty) && !by.positions.some((position) => position === duty.position)
    return whyNotTakeBack({ own: personId === by.personId, excuse: action === 'excused', mayExcuse, takenBack: takenBackAt !== null, sameDay: localDay(at, by.timeZone) === localDay(now, by.timeZone), readInMeeting: read !== undefined && read > at })
  }
}

/** What he said stays on record, with that he took it back; the duty stands as it would without it. */
export async function takeBack(deed: Deed, { acknowledgementId, reason }: { readonly acknowledgementId: string; readonly reason: string }): Promise<{ status: InstanceStatus }> {
  const { tx, by, now } = deed
  const { instanceId } = found(await data.findAcknowledgement(tx, by.storeId, acknowledgementId), 'acknowledgement')
  const instance = found(await lockInstance(tx, by.storeId, instanceId), 'duty')
  const all = (await data.acknowledgementsOf(tx, by.storeId, [instanceId])).map((word) => ({ ...word, dutyId: instance.dutyId, position: instance.position }))
  const word = found(all.find(({ id }) => id === acknowledgementId), 'acknowledgement')
  refuseIf((await takingBack(deed, await supervisedBy(deed), [word]))(word))
  await data.insertTakenBack(tx, by.storeId, { acknowledgementId, at: now, personId: by.personId, personName: by.name, reason })
  const stillExcused = all.some(({ id, action, takenBackAt }) => id !== acknowledgementId && action === 'excused' && takenBackAt === null)
  if (word.action === 'excused' && !stillExcused) await data.unexcuse(tx, by.storeId, instanceId, word.at, now)
  const { status } = found(await lockInstance(tx, by.storeId, instanceId), 'duty')
  deed.record({ subject: 'duty', subjectId: instanceId, before: { action: word.action, note: word.note, status: instance.status }, after: { takenBack: acknowledgementId, status }, reason })
  deed.announce({ event: 'duty.acknowledgement-taken-back', subjectId: instanceId })
  return { status }
}

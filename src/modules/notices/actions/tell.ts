import type { Tx } from '../../../platform/database.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { insertNotices, insertRecipients, openLines } from '../data/notices.ts'
import { insertOutbox, joinMessages, type Channel, type NewMessage } from '../data/outbox.ts'
import { findStoreSetting, listRobots, ownSettings } from '../data/settings.ts'
import { foldingKinds, wayOf, type NoticeFacts, type NoticeKind, type Way } from '../domain/kinds.ts'
import { digestKey, leavingOf, presetTimes } from '../domain/quiet.ts'
import { channels } from './channels.ts'

/** Something that people are told. The key says what happened: told twice, it is said once. */
export type Telling = { readonly kind: NoticeKind; readonly key: string; readonly facts: NoticeFacts; /** The page of the record. */ readonly path: string; /** Persons. */ readonly to: readonly string[] }

type Teller = { readonly tx: Tx; readonly store: { readonly id: string; readonly timeZone: string }; readonly now: Date; newId(): string }
type Told = Telling & { readonly id: string }
type Way_ = { readonly notice: Told; readonly channel: Channel; readonly recipientId: string; readonly way: Way }

const asRead = (facts: NoticeFacts): NoticeFacts => (typeof facts['plate'] === 'string' ? { ...facts, plate: showPlate(facts['plate']) } : facts)

/** The notices, who gets them, and what leaves the house: all in the transaction of what happened. Answers how many notices are new. */
export async function tell(teller: Teller, tellings: readonly Telling[]): Promise<number> {
  const { tx, store, now, newId } = teller
  const all: Told[] = tellings.filter(({ to }) => to.length > 0).map((telling) => ({ ...telling, facts: asRead(telling.facts), id: newId() }))
  if (all.length === 0) return 0
  const isNew = new Set((await insertNotices(tx, store.id, all.map(({ to: _, ...notice }) => ({ ...notice, at: now })))).map(({ id }) => id))
  const told = all.filter(({ id }) => isNew.has(id))
  await insertRecipients(tx, store.id, await folded(teller, told))
  await sendOut(teller, [...await mailOf(teller, told), ...await robotsOf(teller, told)])
  return told.length
}

/** How long a line that nobody has read yet takes up what follows: one night is one line. */
const foldingHours = 24

/** Each notice for each of its people; of what comes in numbers, into the line that already says so. */
async function folded({ tx, store, now }: Teller, told: readonly Told[]): Promise<{ noticeId: string; personId: string; foldedInto: string | null }[]> {
  const folding = told.filter(({ kind }) => foldingKinds.includes(kind))
  const nameOf = (kind: NoticeKind, personId: string): string => `${kind} ${personId}`
  const open = folding.length === 0 ? [] : await openLines(tx, store.id, [...new Set(folding.flatMap(({ to }) => to))], foldingKinds, new Date(now.getTime() - foldingHours * 3_600_000))
  const lines = new Map(open.map(({ kind, personId, noticeId }) => [nameOf(kind, personId), noticeId]))
  return told.flatMap(({ id, kind, to }) => [...new Set(to)].map((personId) => {
    const foldedInto = lines.get(nameOf(kind, personId)) ?? null
    if (foldedInto === null && foldingKinds.includes(kind)) lines.set(nameOf(kind, personId), id)
    return { noticeId: id, personId, foldedInto }
  }))
}

async function mailOf({ tx, store }: Teller, told: readonly Told[]): Promise<Way_[]> {
  if (channels().mail === null || told.length === 0) return []
  const wishes = new Map((await ownSettings(tx, store.id, [...new Set(told.flatMap(({ to }) => to))])).filter(({ mailOn }) => mailOn).map((own) => [own.personId, own.ways]))
  return told.flatMap((notice) => [...new Set(notice.to)].flatMap((recipientId) => {
    const chosen = wishes.get(recipientId)
    return chosen === undefined ? [] : [{ notice, channel: 'mail' as const, recipientId, way: wayOf(chosen, notice.kind) }]
  }))
}

async function robotsOf({ tx, store }: Teller, told: readonly Told[]): Promise<Way_[]> {
  if (told.length === 0) return []
  const robots = (await listRobots(tx, store.id)).filter(({ active }) => active)
  return told.flatMap((notice) => robots.filter(({ kinds }) => kinds.includes(notice.kind)).map(({ id }) => ({ notice, channel: 'robot' as const, recipientId: id, way: wayOf({}, notice.kind) })))
}

type Leaving = NewMessage & { readonly noticeId: string }

/** What goes to one recipient at one moment is one message; what was made at the same time is, too. */
async function sendOut({ tx, store, now, newId }: Teller, wished: readonly Way_[]): Promise<void> {
  const [first] = wished
  if (first === undefined) return
  const times = await findStoreSetting(tx, store.id) ?? presetTimes
  const leaving = wished.flatMap(({ notice, channel, recipientId, way }): Leaving[] => {
    const leaves = leavingOf(way, now, times, store.timeZone)
    return leaves === null ? [] : [{ id: newId(), channel, recipientId, noticeId: notice.id, dueAt: leaves.at, key: leaves.together ? `${digestKey}${leaves.at.toISOString()}` : `with ${first.notice.id}` }]
  })
  const left = await join(tx, store.id, now, leaving)
  // A sender was faster: what comes after it goes by itself.
  await join(tx, store.id, now, left.map((each) => ({ ...each, key: `${each.key} ${each.noticeId}` })))
}

/** Answers what found no message to join. */
async function join(tx: Tx, storeId: string, now: Date, leaving: readonly Leaving[]): Promise<Leaving[]> {
  if (leaving.length === 0) return []
  const nameOf = ({ channel, recipientId, key }: Pick<NewMessage, 'channel' | 'recipientId' | 'key'>): string => `${channel} ${recipientId} ${key}`
  const joined = new Map((await joinMessages(tx, storeId, now, [...new Map(leaving.map((each) => [nameOf(each), each])).values()])).map((message) => [nameOf(message), message.id]))
  const rows = leaving.flatMap((each) => {
    const messageId = joined.get(nameOf(each))
    return messageId === undefined ? [] : [{ ...each, messageId }]
  })
  await insertOutbox(tx, storeId, rows)
  return leaving.filter((each) => !joined.has(nameOf(each)))
}

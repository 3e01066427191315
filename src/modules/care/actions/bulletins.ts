import { firstIdAt } from '../../../kernel/ids.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import type { draftBulletin as draftRoute, listBulletins as listRoute } from '../contract.ts'
import * as data from '../data/bulletins.ts'
import { beginOf, complaintsOf, questionsOf, whyNotIssue, type BulletinKind } from '../domain/bulletin.ts'

const figuresOf = ({ tx, by, now }: Pick<Reading, 'tx' | 'by' | 'now'>, kind: BulletinKind, from: Date): Promise<data.BulletinFigures> =>
  data.figuresBetween(tx, by.storeId, { from, until: now, firstId: firstIdAt(from), questions: questionsOf[kind], kinds: complaintsOf[kind] })

/** What customers said since the last one. */
export async function draftBulletin(reading: Reading, kind: BulletinKind): Promise<AnswerOf<typeof draftRoute>> {
  const from = beginOf(await data.lastEnd(reading.tx, reading.by.storeId, kind), reading.now)
  const figures = await figuresOf(reading, kind, from)
  return { fromAt: from.toISOString(), figures: { ...figures, complaints: [...figures.complaints] } }
}

export async function issueBulletin(deed: Deed, { kind, words }: { readonly kind: BulletinKind; readonly words: string }): Promise<{ id: string; number: string }> {
  const { tx, by, now } = deed
  const last = await data.lockLast(tx, by.storeId, kind)
  const issuedToday = last !== null && localDay(last, by.timeZone) === localDay(now, by.timeZone)
  refuseIf(whyNotIssue({ kind, positions: by.positions, issuedToday, words }))
  const fromAt = beginOf(last, now)
  const bulletin = { id: deed.newId(), number: await nextNumber(deed, 'BU'), kind, fromAt, untilAt: now, figures: await figuresOf(deed, kind, fromAt), words, issuedBy: by.personId, issuedByName: by.name }
  await data.insertBulletin(tx, by.storeId, bulletin)
  deed.record({ subject: 'bulletin', subjectId: bulletin.id, after: bulletin })
  deed.announce({ event: 'bulletin.issued', subjectId: bulletin.id })
  return { id: bulletin.id, number: bulletin.number }
}

export async function readBulletin(deed: Deed, bulletinId: string): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { number } = found(await data.findBulletin(tx, by.storeId, bulletinId), 'bulletin')
  const first = await data.insertReading(tx, by.storeId, { bulletinId, personId: by.personId, personName: by.name, at: now })
  refuseIf(first === 0 ? new Refusal('care.read-already') : null)
  deed.record({ subject: 'bulletin', subjectId: bulletinId, after: { number, readBy: by.name } })
  deed.announce({ event: 'bulletin.read', subjectId: bulletinId })
  return { id: bulletinId }
}

export async function listBulletins({ tx, by }: Reading, { after, limit }: { after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listBulletins(tx, by.storeId, by.personId, after ?? null, limit + 1)
  return {
    rows: rows.slice(0, limit).map(({ issuedBy: _, fromAt, untilAt, figures, readers, ...row }) => ({ ...row, fromAt: fromAt.toISOString(), issuedAt: untilAt.toISOString(), figures: { ...figures, complaints: [...figures.complaints] }, readers: [...readers] })),
    next: rows.length > limit ? rows[limit - 1]?.id ?? null : null,
  }
}

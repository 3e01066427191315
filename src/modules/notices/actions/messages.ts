import { may } from '../../../kernel/actor.ts'
import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import type { listMessages as listRoute, seeMessage as seeRoute } from '../contract.ts'
import * as data from '../data/outbox.ts'
import { whyNotSendAgain } from '../domain/settings.ts'
import { noticePermissions } from '../permissions.ts'

type Row = AnswerOf<typeof seeRoute>

function shown(message: data.MessageData, names: ReadonlyMap<string, string>): Row {
  const { id, channel, recipientId, recipientName, key, status, madeAt, dueAt, attempts, lastError, endedAt, notices, version } = message
  return { id, channel, to: recipientName === '' ? names.get(recipientId) ?? '' : recipientName, test: key.startsWith('test '), status, madeAt: madeAt.toISOString(), dueAt: dueAt.toISOString(), attempts, lastError, endedAt: endedAt?.toISOString() ?? null, notices, version }
}

async function namesOf(reading: Reading, rows: readonly data.MessageData[]): Promise<Map<string, string>> {
  const people = [...new Set(rows.filter(({ channel }) => channel === 'mail').map(({ recipientId }) => recipientId))]
  return new Map((await staffOf(reading, people)).map(({ id, name }) => [id, name]))
}

/** What left, waits, or could not be delivered. Of mail the person is named, not his address. */
export async function listMessages(reading: Reading, { group, after, limit }: { readonly group: 'dead' | 'all'; readonly after?: string | undefined; readonly limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listMessages(reading.tx, reading.by.storeId, { dead: group === 'dead', after: after ?? null, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const names = await namesOf(reading, page)
  return { rows: page.map((row) => shown(row, names)), next: rows.length > limit ? page.at(-1)?.id ?? null : null }
}

/** A letter to himself anybody sees, all others those who look after the channels. */
export async function seeMessage(reading: Reading, messageId: string): Promise<Row> {
  const { tx, by } = reading
  const message = await data.findMessage(tx, by.storeId, messageId)
  const his = message?.channel === 'mail' && message.recipientId === by.personId
  return one(reading, found(his || may(by, noticePermissions.manage.permission) ? message : null, 'message'))
}

const one = async (reading: Reading, message: data.MessageData): Promise<Row> => shown(message, await namesOf(reading, [message]))

/** What could not be delivered gets all its attempts again; what waits already is on its way, and asking twice changes nothing. */
export async function sendAgain(deed: Deed, messageId: string): Promise<Row> {
  const { tx, by, now } = deed
  const message = found(await data.findMessage(tx, by.storeId, messageId), 'message')
  refuseIf(whyNotSendAgain(message))
  await data.reviveMessage(tx, by.storeId, messageId, now)
  deed.record({ subject: 'notice-message', subjectId: messageId, before: { status: message.status, lastError: message.lastError }, after: { status: 'waiting' } })
  deed.announce({ event: 'notice-channel.sent-again', subjectId: messageId })
  return one(deed, found(await data.findMessage(tx, by.storeId, messageId), 'message'))
}

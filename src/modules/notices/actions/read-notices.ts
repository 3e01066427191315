import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listNotices as listRoute, seeUnread as unreadRoute } from '../contract.ts'
import * as data from '../data/notices.ts'
import type { NoticeKind } from '../domain/kinds.ts'

export async function listNotices({ tx, by }: Reading, { group, kind, find, after, limit }: { readonly group: 'unread' | 'all'; readonly kind?: NoticeKind | undefined; readonly find: string; readonly after?: string | undefined; readonly limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listNotices(tx, by.storeId, by.personId, { unread: group === 'unread', kind: kind ?? null, find, after: after ?? null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return { rows: shown.map((row) => ({ ...row, at: row.at.toISOString(), readAt: row.readAt?.toISOString() ?? null })), next: rows.length > limit ? shown.at(-1)?.id ?? null : null }
}

export const seeUnread = ({ tx, by }: Reading): Promise<AnswerOf<typeof unreadRoute>> => data.countUnread(tx, by.storeId, by.personId)

/** Opened, or put aside. Doing it twice changes nothing. */
export async function readNotice(deed: Deed, noticeId: string): Promise<{ marked: number }> {
  const { tx, by, now } = deed
  found(await data.isRecipient(tx, by.storeId, by.personId, noticeId), 'notice')
  return marked(deed, noticeId, await data.markRead(tx, by.storeId, by.personId, now, { id: noticeId }))
}

/** All up to the newest that was on the screen: what came meanwhile stays unread. */
export async function readAll(deed: Deed, upTo: string): Promise<{ marked: number }> {
  const { tx, by, now } = deed
  return marked(deed, upTo, await data.markRead(tx, by.storeId, by.personId, now, { upTo }))
}

function marked(deed: Deed, noticeId: string, count: number): { marked: number } {
  deed.record({ subject: 'notice', subjectId: noticeId, after: { read: count } })
  if (count > 0) deed.announce({ event: 'notice.read', subjectId: deed.by.personId })
  return { marked: count }
}

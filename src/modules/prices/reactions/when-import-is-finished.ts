import { localDay } from '../../../kernel/time.ts'
import type { Announcement, Deed } from '../../../platform/deed.ts'
import { compare } from '../actions/compare.ts'
import * as data from '../data/lists.ts'

/** The last slice of a maker's list is written: it becomes a draft that can be looked at. */
export async function whenImportIsFinished(deed: Deed, news: readonly Announcement[]): Promise<void> {
  const { tx, by, now } = deed
  for (const { event, subjectId } of news) {
    if (event !== 'import.finished') continue
    const list = await data.lockOfImport(tx, subjectId)
    if (list?.status !== 'reading') continue
    await compare(tx, list.id, list.fromDay ?? localDay(now, by.timeZone))
    await data.setRead(tx, list.id)
    deed.record({ subject: 'price-list', subjectId: list.id, before: { status: 'reading' }, after: { status: 'draft' } })
    deed.announce({ event: 'price-list.drafted', subjectId: list.id })
  }
}

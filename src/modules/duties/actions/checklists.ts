import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listChecklistChanges as changesRoute, seeChecklists as seeRoute } from '../contract.ts'
import * as data from '../data/checklists.ts'
import { listDuties } from '../data/duties.ts'
import { whyNotCode, whyNotKeepChecklist, withIds } from '../domain/checklist-template.ts'
import { checklistOf, processAudit, type Checklist, type ChecklistPoint } from '../domain/checklists.ts'
import { shippedList, storeChecklists } from './store-checklists.ts'

/** Every list with the duties that are signed by it. */
export async function seeChecklists(reading: Reading): Promise<AnswerOf<typeof seeRoute>> {
  const duties = (await listDuties(reading.tx, reading.by.storeId)).filter(({ withdrawn, active }) => withdrawn === null && active)
  return {
    rows: (await storeChecklists(reading)).map((list) => ({
      ...list, points: [...list.points], takesPhotos: list.code !== processAudit.code, duties: duties.filter(({ proof }) => checklistOf(proof, [list]) !== null).map(({ id, zh, en, position }) => ({ id, zh, en, position })),
    })),
  }
}

export async function listChecklistChanges({ tx, by }: Reading, code: string): Promise<AnswerOf<typeof changesRoute>> {
  return { rows: (await data.changesOfChecklist(tx, by.storeId, code)).map(({ before, after, at, ...change }) => ({ ...change, at: at.toISOString(), before: before === null ? null : opened(before), after: opened(after) })) }
}

const opened = ({ points, ...list }: Omit<Checklist, 'code'>) => ({ ...list, points: [...points] })

export type ChecklistWish = { readonly code: string; readonly zh: string; readonly en: string; readonly points: readonly (Omit<ChecklistPoint, 'id'> & { readonly id: string | null })[]; readonly reason: string }

async function note(deed: Deed, before: Checklist | null, { code, ...after }: Checklist, reason: string): Promise<void> {
  const { tx, by, now } = deed
  const was = before === null ? null : { zh: before.zh, en: before.en, points: before.points }
  await data.insertChecklistChange(tx, by.storeId, { id: deed.newId(), code, at: now, personId: by.personId, personName: by.name, before: was, after, reason })
  deed.record({ subject: 'checklist', subjectId: by.storeId, ...(was === null ? {} : { before: { code, ...was } }), after: { code, ...after }, reason })
  deed.announce({ event: 'duty.checklist-edited', subjectId: by.storeId })
}

/** A list of the store's own, for duties of its own manual. */
export async function addChecklist(deed: Deed, { reason, ...wish }: ChecklistWish): Promise<{ version: number }> {
  const list: Checklist = { ...wish, points: withIds(wish.points) }
  refuseIf(whyNotCode(list.code, shippedList(list.code) === null ? [] : [list.code]))
  refuseIf(whyNotKeepChecklist({ before: [], after: list.points, withTask: new Set(), takesPhotos: true }))
  const written = await data.insertChecklist(deed.tx, deed.by.storeId, { ...list, version: 1 })
  refuseIf(written === 0 ? new Refusal('duties.checklist.code-taken', { code: list.code }) : null)
  await note(deed, null, list, reason)
  return { version: 1 }
}

/** From here on it is signed so; what was signed keeps the points that it was signed with. */
export async function editChecklist(deed: Deed, { reason, version, ...wish }: ChecklistWish & { readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const shipped = shippedList(wish.code)
  const kept = await data.lockChecklist(tx, by.storeId, wish.code)
  const before: Checklist = found(kept ?? shipped, 'checklist')
  refuseStale(kept?.version ?? 1, version)
  const list: Checklist = { ...wish, points: withIds(wish.points) }
  refuseIf(whyNotKeepChecklist({ before: before.points, after: list.points, withTask: await data.pointsWithTask(tx, by.storeId, wish.code), takesPhotos: wish.code !== processAudit.code }))
  const written = kept === null ? await data.insertChecklist(tx, by.storeId, { ...list, version: 2 }) : await data.updateChecklist(tx, by.storeId, list)
  if (written === 0) refuseStale(version + 1, version) // two were the first to touch it
  await note(deed, before, list, reason)
  return { version: version + 1 }
}

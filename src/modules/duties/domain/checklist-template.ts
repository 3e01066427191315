import { Refusal } from '../../../kernel/refusal.ts'
import type { ChecklistPoint } from './checklists.ts'

export const mostPoints = 40

type KeepFacts = {
  readonly before: readonly ChecklistPoint[]
  readonly after: readonly ChecklistPoint[]
  /** Points with a corrective task that is open. */
  readonly withTask: ReadonlySet<string>
  /** Audits of a car keep no pictures of their own. */
  readonly takesPhotos: boolean
}

/**
 * Null means the list may be kept so. A point is retired, never removed: what was signed refers to it. One with an open corrective task is not retired, because the task closes
 * only when the point passes again.
 */
export function whyNotKeepChecklist({ before, after, withTask, takesPhotos }: KeepFacts): Refusal | null {
  const asked = after.filter(({ retired }) => !retired)
  if (asked.length === 0) return new Refusal('duties.checklist.no-point')
  if (asked.length > mostPoints) return new Refusal('duties.checklist.too-long', { most: mostPoints })
  if (new Set(after.map(({ id }) => id)).size !== after.length) return new Refusal('duties.checklist.point-twice')
  const lost = before.find(({ id }) => !after.some((point) => point.id === id))
  if (lost !== undefined) return new Refusal('duties.checklist.point-lost', { point: lost.zh })
  const owed = after.find(({ id, retired }) => retired && withTask.has(id))
  if (owed !== undefined) return new Refusal('duties.checklist.point-has-task', { point: owed.zh })
  return !takesPhotos && asked.some(({ photo }) => photo) ? new Refusal('duties.checklist.no-photo-here') : null
}

/** Null means a new list may have this code. */
export const whyNotCode = (code: string, taken: readonly string[]): Refusal | null => (taken.includes(code) ? new Refusal('duties.checklist.code-taken', { code }) : null)

/** New points get an id of their own that no point of the list ever had. */
export function withIds(points: readonly (Omit<ChecklistPoint, 'id'> & { readonly id: string | null })[]): ChecklistPoint[] {
  const used = new Set(points.flatMap(({ id }) => id ?? []))
  let next = 0
  return points.map((point) => {
    if (point.id !== null) return { ...point, id: point.id }
    do next += 1
    while (used.has(`p${String(next)}`))
    return { ...point, id: `p${String(next)}` }
  })
}

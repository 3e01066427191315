import { Refusal } from '../../../kernel/refusal.ts'
import type { FileDuty, ReadRow, RowFinding } from './pack-file.ts'
import type { ProofPart } from './pack.ts'

export const rowVerdicts = ['new', 'changed', 'same', 'kept', 'refused', 'gone'] as const
export type RowVerdict = (typeof rowVerdicts)[number]

/** A line of the pack as the store keeps it; `gone` is one that an earlier edition took out. */
export type KeptDuty = FileDuty & { readonly edited: boolean; readonly withdrawn: 'gone' | 'off' | null }

/** What becomes of one row: `kept` is one that the store changed by hand, which stays as it is. */
export type JudgedRow = { readonly line: number | null; readonly id: string; readonly verdict: RowVerdict; readonly duty: FileDuty | null; readonly before: KeptDuty | null; readonly findings: readonly RowFinding[] }

const comparable = ['position', 'area', 'zh', 'en', 'due', 'holder', 'provedBy', 'graceMinutes', 'move'] as const
export const sameFields = [...comparable, 'proof', 'watch'] as const
export type ChangedField = (typeof sameFields)[number]

const wordsOf = (proof: readonly ProofPart[]): string => proof.map((part) => (part.kind === 'photo' ? 'photo' : [part.kind, part.code ?? '', part.zh, part.en].join('|'))).join('\n')

/** Which parts of a line differ. */
export function changesBetween(before: FileDuty, after: FileDuty): ChangedField[] {
  const plain = comparable.filter((field) => before[field] !== after[field])
  const proof = wordsOf(before.proof) === wordsOf(after.proof) ? [] : ['proof' as const]
  return [...plain, ...proof, ...(before.watch.join(' ') === after.watch.join(' ') ? [] : ['watch' as const])]
}

/** A file against the pack as it stands: the same file twice changes nothing. A line whose row is refused stays as it was. */
export function judgePack(rows: readonly ReadRow[], kept: readonly KeptDuty[]): JudgedRow[] {
  const byId = new Map(kept.map((duty) => [duty.id, duty]))
  const named = new Set(rows.map(({ id }) => id))
  const judged = rows.map(({ line, id, duty, findings }): JudgedRow => {
    const before = byId.get(id) ?? null
    if (duty === null) return { line, id, verdict: 'refused', duty, before, findings }
    if (before === null || before.withdrawn === 'gone') return { line, id, verdict: 'new', duty, before, findings }
    const verdict = before.edited ? 'kept' : changesBetween(before, duty).length === 0 ? 'same' : 'changed'
    return { line, id, verdict, duty, before, findings }
  })
  const gone = kept.filter(({ id, withdrawn }) => !named.has(id) && withdrawn !== 'gone').map((before): JudgedRow => ({ line: null, id: before.id, verdict: 'gone', duty: null, before, findings: [] }))
  return [...judged, ...gone]
}

export type Outcome = Readonly<Record<RowVerdict, number>>

export const outcomeOf = (rows: readonly Pick<JudgedRow, 'verdict'>[]): Outcome =>
  Object.fromEntries(rowVerdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length])) as Record<RowVerdict, number>

/** Null means the good rows may be taken: the file waits, and something in it differs from the manual. */
export function whyNotTake({ taken, outcome }: { readonly taken: boolean; readonly outcome: Outcome }): Refusal | null {
  if (taken) return new Refusal('duties.file.taken')
  return outcome.new + outcome.changed + outcome.gone === 0 ? new Refusal(outcome.refused > 0 ? 'duties.file.all-refused' : 'duties.file.nothing-new') : null
}

/** Null means a pack may have this code: no position's, for its duties would look like those of the manual that ships. */
export const whyNotPack = (id: string, positions: readonly string[]): Refusal | null => (positions.includes(id) ? new Refusal('duties.pack-like-position', { id }) : null)

import type { Position } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { deadlineMoves, type DeadlineMove } from './occurrences.ts'
import type { ProofPart } from './pack.ts'
import { readProof, type ProofsKnown } from './proof-words.ts'
import { isFault, parseWhen, type WhenEvent } from './when.ts'

/** What a file says of a duty, by the names that the ledger uses. */
export const packFields = ['id', 'position', 'area', 'zh', 'en', 'when', 'holder', 'proof', 'watch', 'grace', 'move'] as const
export type PackField = (typeof packFields)[number]

/** A text as it stands in the file, and where: F3 of a workbook, the line of a text file. */
export type RawCell = { readonly text: string; readonly at: string }
export type RawRow = { readonly line: number; readonly cells: Readonly<Partial<Record<PackField, RawCell>>> }

export type RowFinding = { readonly field: PackField; readonly at: string; readonly text: string; readonly code: string; readonly facts: Refusal['facts'] }

/** A duty of the store's own manual, read and understood. */
export type FileDuty = {
  readonly id: string; readonly position: Position; readonly area: string; readonly zh: string; readonly en: string; readonly due: string; readonly holder: 'each' | 'position'
  readonly proof: readonly ProofPart[]; readonly provedBy: string | null; readonly watch: readonly Position[]; readonly graceMinutes: number; readonly move: DeadlineMove
}

/** What a row is held against. */
export type Known = ProofsKnown & {
  readonly packId: string
  /** By code and by name in both languages. */
  readonly positions: ReadonlyMap<string, Position>
  readonly shipped: ReadonlySet<string>
  readonly events: ReadonlySet<string>
}

export type ReadRow = { readonly line: number; readonly id: string; readonly duty: FileDuty | null; readonly findings: readonly RowFinding[] }

const [longestText, longestArea, longestId, mostGrace, presetGrace] = [300, 40, 20, 20_160, 240]

export const wordKey = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s*]/g, '')
const holders: Readonly<Record<string, 'each' | 'position'>> = { each: 'each', 每人: 'each', 每人各自承担: 'each', eachholderhimself: 'each', position: 'position', 岗位: 'position', 岗位共同承担: 'position', thepositionasone: 'position' }
const moves: Readonly<Record<string, DeadlineMove>> = { 提前: 'before', 顺延: 'after', 不变: 'stay', ...Object.fromEntries(deadlineMoves.map((move) => [move, move])) }

/** An id is the pack's own: it begins with its code, so that it never meets one of another pack or of the manual that ships. */
export function whyNotId(id: string, { packId, shipped }: Pick<Known, 'packId' | 'shipped'>): Refusal | null {
  if (id === '') return new Refusal('duties.file.empty')
  if (shipped.has(id)) return new Refusal('duties.file.id-ships', { id })
  if (!id.startsWith(`${packId}-`)) return new Refusal('duties.file.id-of-another', { prefix: `${packId}-` })
  return id.length > longestId || !/^[\p{L}\p{N}.-]+$/u.test(id) ? new Refusal('duties.file.id-unreadable', { most: longestId }) : null
}

export function whyNotWhen(text: string, events: ReadonlySet<string>): Refusal | null {
  if (text === '') return new Refusal('duties.file.empty')
  const when = parseWhen(text)
  if (isFault(when)) return new Refusal('duties.file.when-unreadable')
  const stranger: WhenEvent | undefined = when.kind === 'event' ? when.events.find(({ name }) => !events.has(name)) : undefined
  return stranger === undefined ? null : new Refusal('duties.file.event-unknown', { event: stranger.name })
}

const whyNotText = (text: string, most: number): Refusal | null => (text === '' ? new Refusal('duties.file.empty') : text.length > most ? new Refusal('duties.file.too-long', { most }) : null)

const listIn = (text: string): string[] => text.split(/[,，、;；\s]+/).filter((word) => word !== '')

/** Reads one row; every cell that is wrong is named, not the first alone. */
export function readRow({ line, cells }: RawRow, known: Known): ReadRow {
  const findings: RowFinding[] = []
  const textOf = (field: PackField): string => (cells[field]?.text ?? '').trim()
  const blame = (field: PackField, refusal: Refusal | null): boolean => {
    if (refusal !== null) findings.push({ field, at: cells[field]?.at ?? String(line), text: textOf(field).slice(0, 120), code: refusal.code, facts: refusal.facts })
    return refusal === null
  }
  const chosen = <T>(field: PackField, words: Readonly<Record<string, T>>, preset: T): T => {
    const typed = textOf(field)
    const value = typed === '' ? preset : words[wordKey(typed)]
    blame(field, value === undefined ? new Refusal('duties.file.unknown-word', { allowed: Object.keys(words).filter((word) => /^[a-z]+$/.test(word)).slice(0, 4).join(', ') }) : null)
    return value ?? preset
  }
  const id = textOf('id')
  blame('id', whyNotId(id, known))
  const position = known.positions.get(wordKey(textOf('position')))
  blame('position', position === undefined ? new Refusal(textOf('position') === '' ? 'duties.file.empty' : 'duties.nobody-so-called', { position: textOf('position') }) : null)
  const watched = listIn(textOf('watch')).map((word) => ({ word, position: known.positions.get(wordKey(word)) }))
  const stranger = watched.find((each) => each.position === undefined)
  blame('watch', stranger === undefined ? null : new Refusal('duties.nobody-so-called', { position: stranger.word }))
  blame('area', textOf('area').length > longestArea ? new Refusal('duties.file.too-long', { most: longestArea }) : null)
  blame('zh', whyNotText(textOf('zh'), longestText))
  blame('en', whyNotText(textOf('en'), longestText))
  blame('when', textOf('when').length > 200 ? new Refusal('duties.file.too-long', { most: 200 }) : whyNotWhen(textOf('when'), known.events))
  const proof = readProof(textOf('proof'), known)
  blame('proof', proof instanceof Refusal ? proof : null)
  const [holder, move] = [chosen('holder', holders, 'position'), chosen('move', moves, 'before')]
  const grace = textOf('grace') === '' ? presetGrace : Number(textOf('grace'))
  blame('grace', Number.isInteger(grace) && grace >= 0 && grace <= mostGrace ? null : new Refusal('duties.file.grace-unreadable', { most: mostGrace }))
  if (findings.length > 0 || position === undefined || proof instanceof Refusal) return { line, id, duty: null, findings }
  return {
    line, id, findings,
    duty: { id, position, area: textOf('area'), zh: textOf('zh'), en: textOf('en'), due: textOf('when'), holder, ...proof, watch: [...new Set(watched.flatMap((each) => each.position ?? []))], graceMinutes: grace, move },
  }
}

/** All rows; an id that stands twice is refused the second time, with the line of the first. */
export function readRows(rows: readonly RawRow[], known: Known): ReadRow[] {
  const seen = new Map<string, number>()
  return rows.map((raw) => {
    const row = readRow(raw, known)
    const before = seen.get(row.id)
    if (before === undefined) {
      if (row.id !== '') seen.set(row.id, row.line)
      return row
    }
    return { ...row, duty: null, findings: [...row.findings, { field: 'id', at: raw.cells.id?.at ?? String(row.line), text: row.id, code: 'duties.file.twice', facts: { line: before } }] }
  })
}

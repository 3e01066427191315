import { expect, test } from 'vitest'
import type { FileDuty, ReadRow } from './pack-file.ts'
import { changesBetween, judgePack, outcomeOf, whyNotPack, whyNotTake, type KeptDuty } from './take-pack.ts'

const duty = (id: string, change: Partial<FileDuty> = {}): FileDuty =>
  ({ id, position: 'FDS', area: '', zh: '甲', en: 'a', due: 'day', holder: 'each', proof: [{ kind: 'record', zh: '记录', en: 'record' }], provedBy: null, watch: [], graceMinutes: 240, move: 'before', ...change })
const kept = (id: string, change: Partial<KeptDuty> = {}): KeptDuty => ({ ...duty(id), edited: false, withdrawn: null, ...change })
const row = (line: number, id: string, read: FileDuty | null = duty(id)): ReadRow => ({ line, id, duty: read, findings: [] })
const verdicts = (rows: readonly ReadRow[], before: readonly KeptDuty[]) => judgePack(rows, before).map(({ id, verdict }) => `${id} ${verdict}`)

test('an edition is a difference: new, changed, unchanged, kept where the store changed it, gone', () => {
  expect(verdicts([row(2, 'A'), row(3, 'B', duty('B', { due: 'day@open' })), row(4, 'C'), row(5, 'D', duty('D', { zh: '乙' }))], [kept('B'), kept('C'), kept('D', { edited: true }), kept('E')]))
    .toEqual(['A new', 'B changed', 'C same', 'D kept', 'E gone'])
})

test('a line whose row cannot be read stays, one that had gone comes back, and what had gone is not gone again', () => {
  expect(verdicts([row(2, 'A', null), row(3, 'B')], [kept('A'), kept('B', { withdrawn: 'gone' }), kept('C', { withdrawn: 'gone' })])).toEqual(['A refused', 'B new'])
})

test('the same file twice changes nothing, and what changes nothing is not taken', () => {
  const rows = [row(2, 'A'), row(3, 'B')]
  const outcome = outcomeOf(judgePack(rows, [kept('A'), kept('B')]))
  expect(outcome).toEqual({ new: 0, changed: 0, same: 2, kept: 0, refused: 0, gone: 0 })
  expect(whyNotTake({ taken: false, outcome })?.code).toBe('duties.file.nothing-new')
  expect(whyNotTake({ taken: false, outcome: { ...outcome, refused: 1 } })?.code).toBe('duties.file.all-refused')
  expect(whyNotTake({ taken: false, outcome: { ...outcome, gone: 1 } })).toBeNull()
  expect(whyNotTake({ taken: true, outcome: { ...outcome, new: 1 } })?.code).toBe('duties.file.taken')
})

test('what differs is named; a proof is compared by what it says', () => {
  expect(changesBetween(duty('A'), duty('A', { en: 'b', watch: ['SAD'], proof: [{ en: 'record', zh: '记录', kind: 'record' }] }))).toEqual(['en', 'watch'])
  expect(changesBetween(duty('A'), duty('A', { proof: [{ kind: 'photo' }] }))).toEqual(['proof'])
  expect(whyNotPack('FDS', ['FDS'])?.code).toBe('duties.pack-like-position')
  expect(whyNotPack('OWN', ['FDS'])).toBeNull()
})

import { expect, test } from 'vitest'
import type { Position } from '../../../kernel/permissions.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { checklists } from './checklists.ts'
import { packFields, readRow, readRows, wordKey, type Known, type PackField, type RawRow } from './pack-file.ts'
import { headerOf, letterOf, packColumns, rowsOfTable } from './pack-table.ts'
import { readProof } from './proof-words.ts'

const known: Known = {
  packId: 'OWN', checklists, shipped: new Set(['SAD-2.1']), events: new Set(['order.settled']),
  positions: new Map<string, Position>([['fds', 'FDS'], [wordKey('前台主管'), 'FDS'], ['sad', 'SAD']]), proofs: new Map([['STM-4.9', { zh: '已签', en: 'signed' }]]),
}
const rowOf = (words: Partial<Record<PackField, string>>, line = 2): RawRow =>
  ({ line, cells: Object.fromEntries(Object.entries({ id: 'OWN-1', position: 'FDS', zh: '甲', en: 'a', when: 'day', proof: 'record', ...words }).map(([field, text]) => [field, { text, at: `${field}${String(line)}` }])) })
const faults = (words: Partial<Record<PackField, string>>) => readRow(rowOf(words), known).findings.map(({ at, code }) => [at, code])

test('a row is read by code or name, with presets where a cell is empty', () => {
  expect(readRow(rowOf({ position: ' 前台 主管', holder: '每人', watch: 'SAD，SAD', move: '顺延', grace: '60' }), known).duty).toEqual({
    id: 'OWN-1', position: 'FDS', area: '', zh: '甲', en: 'a', due: 'day', holder: 'each', proof: [{ kind: 'record', zh: '记录', en: 'record' }], provedBy: null, watch: ['SAD'], graceMinutes: 60, move: 'after' })
  expect(readRow(rowOf({}), known).duty).toMatchObject({ holder: 'position', graceMinutes: 240, move: 'before', watch: [] })
})

test.each<[Partial<Record<PackField, string>>, string, string]>([
  [{ id: '' }, 'id2', 'duties.file.empty'], [{ id: 'SAD-2.1' }, 'id2', 'duties.file.id-ships'], [{ id: 'NEW-1' }, 'id2', 'duties.file.id-of-another'], [{ id: 'OWN-一 二' }, 'id2', 'duties.file.id-unreadable'],
  [{ position: 'QQQ' }, 'position2', 'duties.nobody-so-called'], [{ watch: 'SAD, ZZZ' }, 'watch2', 'duties.nobody-so-called'], [{ zh: '' }, 'zh2', 'duties.file.empty'], [{ en: 'x'.repeat(301) }, 'en2', 'duties.file.too-long'],
  [{ when: 'often' }, 'when2', 'duties.file.when-unreadable'], [{ when: 'on(moon.full)+P1D' }, 'when2', 'duties.file.event-unknown'], [{ holder: 'nobody' }, 'holder2', 'duties.file.unknown-word'],
  [{ move: 'x' }, 'move2', 'duties.file.unknown-word'], [{ grace: '1.5' }, 'grace2', 'duties.file.grace-unreadable'], [{ proof: 'trust me' }, 'proof2', 'duties.file.proof-unreadable'],
])('%o is refused at its cell', (words, at, code) => { expect(faults(words)).toEqual([[at, code]]) })

test('every bad cell of a row is named, and an id that stands twice names the first', () => {
  expect(faults({ zh: '', when: 'x', proof: '' })).toEqual([['zh2', 'duties.file.empty'], ['when2', 'duties.file.when-unreadable'], ['proof2', 'duties.file.empty']])
  expect(readRows([rowOf({}), rowOf({}, 3)], known)[1]).toMatchObject({ duty: null, findings: [{ at: 'id3', code: 'duties.file.twice', facts: { line: 2 } }] })
})

test('a proof is a record, a list by code or name, or the data of a shipped duty; a photo goes with the first two', () => {
  expect(readProof('record: 雨伞数|umbrellas; photo', known)).toEqual({ proof: [{ kind: 'record', zh: '雨伞数', en: 'umbrellas' }, { kind: 'photo' }], provedBy: null })
  expect(readProof('check(team 5S; oil drum <= 2/3)', known)).toMatchObject({ proof: [{ kind: 'check', zh: '班组 5S', code: 'team 5S; oil drum <= 2/3' }] })
  expect(readProof('CHECK：前台5s', known)).toMatchObject({ proof: [{ code: 'front-desk 5S' }] })
  expect(readProof('auto: STM-4.9', known)).toMatchObject({ provedBy: 'STM-4.9', proof: [{ kind: 'auto', zh: '已签', en: 'signed' }] })
  const why = (text: string) => { const read = readProof(text, known); return read instanceof Refusal ? read.code : null }
  expect([why('photo'), why('check: nothing'), why('auto: X-1'), why('auto: STM-4.9; auto: STM-4.9'), why('record oops')]).toEqual([
    'duties.file.photo-alone', 'duties.file.no-checklist', 'duties.file.no-proof', 'duties.file.proof-twice', 'duties.file.proof-unreadable'])
})

test('the table is found below whatever stands above it, and its template reads as nothing but the example', () => {
  expect([0, 25, 26, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'BA'])
  const rows = rowsOfTable([{ rows: [['本店手册']] }, { rows: [['手册', null], packFields.map(headerOf), ['OWN-1', 'FDS', null, '甲', 'a', 'day', null, 'record', null, 60], [null, null]] }])
  expect(rows).toMatchObject([{ line: 3, cells: { id: { text: 'OWN-1', at: 'A3' }, grace: { text: '60', at: 'J3' } } }])
  expect(rowsOfTable([{ rows: [packFields.map(headerOf), packFields.map((field) => packColumns[field].example)] }])).toMatchObject({ code: 'duties.file.nothing' })
  expect(rowsOfTable([{ rows: [['编号', '岗位', '中文'], ['a', 'b', 'c']] }])).toMatchObject({ code: 'duties.file.no-header' })
})

test('what just fits is taken, one more is not; the sentence names the measure', () => {
  const long = (length: number) => 'x'.repeat(length)
  expect(faults({ zh: long(300), en: long(300), area: long(40), id: `OWN-${long(16)}`, grace: '20160', when: 'day' })).toEqual([])
  expect(faults({ grace: '0' })).toEqual([])
  for (const [words, most] of [[{ zh: long(301) }, 300], [{ area: long(41) }, 40], [{ id: `OWN-${long(17)}` }, 20], [{ grace: '20161' }, 20_160], [{ grace: '-1' }, 20_160], [{ when: long(201) }, 200]] as const) {
    const row = readRow(rowOf(words), known)
    expect(row.findings.map(({ facts }) => facts)).toEqual([{ most }])
    expect(row.duty).toBeNull()
    expect(row.findings[0]?.text).toBe((Object.values(words)[0] ?? '').slice(0, 120))
  }
  expect(readRow(rowOf({ when: long(200) }), known).findings[0]?.code).toBe('duties.file.when-unreadable')
  expect(readRow(rowOf({ move: 'sometimes' }), known).findings[0]?.facts).toEqual({ allowed: 'before, after, stay' })
  expect(faults({ when: '' })).toEqual([['when2', 'duties.file.empty']])
  expect(faults({ position: '' })).toEqual([['position2', 'duties.file.empty']])
  expect(faults({ when: 'on(order.settled)+P1D', move: 'stay' })).toEqual([])
})

test('the columns a duty cannot do without are marked in the template, and named where they are missing', () => {
  expect(packFields.filter((field) => headerOf(field).endsWith(' *'))).toEqual(['id', 'position', 'zh', 'en', 'when', 'proof'])
  expect(rowsOfTable([{ rows: [['id', 'position', 'duty in Chinese', 'duty in English', 'when'], ['OWN-1']] }])).toMatchObject({ code: 'duties.file.no-header', facts: { columns: '证明 proof' } })
  expect(rowsOfTable([{ rows: [['编号', '岗位', '职责（中文）'], ['OWN-1']] }])).toMatchObject({ facts: { columns: '职责（英文） duty in English · 周期与期限 when · 证明 proof' } })
  const rows = rowsOfTable([{ rows: [['id', 'position', 'zh', 'en', 'cadence', 'proof', 'supervisors'], ['OWN-1', 'FDS', '甲', 'a', 'day', 'record', 'SAD'], [], ['OWN-2']] }])
  expect(rows).toMatchObject([{ line: 2, cells: { when: { text: 'day', at: 'E2' }, watch: { text: 'SAD', at: 'G2' } } }, { line: 4, cells: { id: { at: 'A4' } } }])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pickingRows } from './picking-rows.ts'

const lots = [{ lotId: 'old', bin: 'A-01', receivedOn: '2026-01-05', here: 2_000 }, { lotId: 'new', bin: 'B-02', receivedOn: '2026-03-05', here: 1_500 }]
const line = (lineId: string, wanted: number) => ({ lineId, partId: 'damper', wanted, lots })

test('two lines of one part do not count on the same pieces; what is nowhere has no bin', () => {
  const rows = pickingRows([line('first', 1_000), line('second', 2_000), line('third', 1_000)], [])
  expect(rows.get('first')).toEqual([{ bin: 'A-01', receivedOn: '2026-01-05', asked: 1_000, issued: null }])
  expect(rows.get('second')).toEqual([{ bin: 'A-01', receivedOn: '2026-01-05', asked: 1_000, issued: null }, { bin: 'B-02', receivedOn: '2026-03-05', asked: 1_000, issued: null }])
  expect(rows.get('third')).toEqual([{ bin: 'B-02', receivedOn: '2026-03-05', asked: 500, issued: null }, { bin: '', receivedOn: null, asked: 500, issued: null }])
})

test('what was handed out keeps the bin it left from, though other lots lie there now', () => {
  expect(pickingRows([line('first', 3_000)], [{ lineId: 'first', bin: 'Z-09', receivedOn: '2025-12-01', thousandths: 2_000 }]).get('first'))
    .toEqual([{ bin: 'Z-09', receivedOn: '2025-12-01', asked: 2_000, issued: 2_000 }, { bin: 'A-01', receivedOn: '2026-01-05', asked: 1_000, issued: null }])
})

test('the rows of a line sum to what is wanted, and no lot gives more than lies there', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 6 }), (wanted) => {
    const rows = pickingRows(wanted.map((each, at) => line(String(at), each)), [])
    wanted.forEach((each, at) => expect((rows.get(String(at)) ?? []).reduce((sum, { asked }) => sum + asked, 0)).toBe(each))
    for (const { bin, here } of lots) expect([...rows.values()].flat().filter((row) => row.bin === bin).reduce((sum, { asked }) => sum + asked, 0)).toBeLessThanOrEqual(here)
  }))
})

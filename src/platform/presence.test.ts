import { expect, test } from 'vitest'
import type { Announcement } from './deed.ts'
import { makePresence, presenceMs } from './presence.ts'

const lin = { personId: 'p1', name: '林晓' }
const he = { personId: 'p2', name: '何静' }

test('two people at one record see each other, and the store is told when one comes or goes, not when he stays', () => {
  const told: Announcement[] = []
  const look = makePresence((_, news) => { told.push(...news) })
  const at = (person: typeof lin, leaving = false, storeId = 's1', moment = 0) => look({ storeId, recordId: 'r1', at: moment, person, leaving })
  expect(at(lin)).toEqual([])
  expect(told).toEqual([])
  expect(at(he)).toEqual([lin])
  expect(told).toEqual([{ event: 'presence.changed', subjectId: 'r1' }])
  expect(at(lin)).toEqual([he])
  expect(at(he, false, 's2')).toEqual([])
  expect(told).toHaveLength(1)
  expect(at(he, true)).toEqual([lin])
  expect(told).toHaveLength(2)
  expect(at(lin)).toEqual([])
})

test('who stays silent is gone after a while', () => {
  const look = makePresence(() => {})
  look({ storeId: 's1', recordId: 'r1', at: 0, person: lin, leaving: false })
  expect(look({ storeId: 's1', recordId: 'r1', at: presenceMs, person: he, leaving: false })).toEqual([lin])
  expect(look({ storeId: 's1', recordId: 'r1', at: presenceMs + 1, person: he, leaving: false })).toEqual([])
})

test('the memory has an end', () => {
  const look = makePresence(() => {})
  for (let index = 0; index <= 5_000; index += 1) look({ storeId: 's1', recordId: `r${String(index)}`, at: 0, person: lin, leaving: false })
  expect(look({ storeId: 's1', recordId: 'r0', at: 0, person: he, leaving: false })).toEqual([])
  expect(look({ storeId: 's1', recordId: 'r5000', at: 0, person: he, leaving: false })).toEqual([lin])
})

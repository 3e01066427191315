import { expect, test } from 'vitest'
import { actingFor, superiorsOf, supervisorsOf } from './pack.ts'
import { defaultPack, shippedDuties } from './default-pack.ts'

test('the manual is whole: 260 duties of eleven positions, each with its own id and both texts', () => {
  const counts = Object.fromEntries(defaultPack.positions.filter(({ duties }) => duties.length > 0).map(({ position, duties }) => [position, duties.length]))
  expect(counts).toEqual({ STM: 34, INF: 13, FDS: 29, WSS: 27, PTS: 38, INS: 25, WCL: 21, PPL: 25, WHK: 17, SAD: 27, MTL: 4 })
  expect(shippedDuties).toHaveLength(260)
  expect(new Set(shippedDuties.map(({ id }) => id)).size).toBe(260)
  expect(shippedDuties.filter(({ id, position, zh, en, proof }) => !id.startsWith(`${position}-`) || !/\p{Script=Han}/u.test(zh) || en === '' || proof.length === 0)).toEqual([])
  expect(shippedDuties.flatMap(({ proof }) => proof).filter((part) => part.kind !== 'photo' && (part.en === '' || !/[\p{Script=Han}\d]/u.test(part.zh)))).toEqual([])
})

test('whoever is watched or reported to is a position of the house', () => {
  const known = new Set(defaultPack.positions.map(({ position }) => position))
  expect([...shippedDuties.flatMap(({ watch }) => watch), ...defaultPack.positions.flatMap(({ reportsTo }) => reportsTo)].filter((position) => !known.has(position))).toEqual([])
  expect(known.size).toBe(defaultPack.positions.length)
})

test('escalation climbs from the nearest superior to the general manager, and ends there', () => {
  expect(superiorsOf(defaultPack, 'SAD')).toEqual(['FDS', 'STM', 'GM'])
  expect(superiorsOf(defaultPack, 'WHK')).toEqual(['PTS', 'GM'])
  expect(superiorsOf(defaultPack, 'GM')).toEqual([])
})

test('what a position nobody holds owes falls to its nearest superior that somebody holds', () => {
  expect(actingFor(defaultPack, 'SAD', new Set(['SAD', 'STM']))).toBe('SAD')
  expect(actingFor(defaultPack, 'SAD', new Set(['STM', 'GM']))).toBe('STM')
  expect(actingFor(defaultPack, 'WHK', new Set(['GM']))).toBe('GM')
  expect(actingFor(defaultPack, 'WHK', new Set())).toBeNull()
})

test("supervision goes along the manual's own edges", () => {
  expect(supervisorsOf(shippedDuties, 'SAD')).toEqual(['STM', 'FDS', 'WSS'])
  expect(supervisorsOf(shippedDuties, 'WHK')).toEqual(['PTS', 'PPL'])
})

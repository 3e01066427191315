import { expect, test } from 'vitest'
import { areaCodes, areaOf } from './areas.ts'
import { checklists } from './checklists.ts'

test.each([
  ['workshop 5S', 'INS', 'workshop'], ['store safety', 'STM', 'parts'], ['6S round', 'INF', 'house'], ['process audit', 'SAD', 'front-desk'],
  ['big clean', 'FDS', 'front-desk'], ['big clean', 'WSS', 'workshop'], ['lounge-round', 'SAD', 'front-desk'], ['display-wall', 'INF', 'house'],
])('%s, signed by %s, is about: %s', (checklist, position, area) => {
  expect(areaOf({ checklist, position })).toBe(area)
})

test('every list that ships has its area, whoever signs it, but the big clean and the genuine part, which are where their position is', () => {
  const moving = checklists.filter(({ code }) => new Set(['INF', 'FDS', 'WSS', 'PTS'].map((position) => areaOf({ checklist: code, position }))).size > 1).map(({ code }) => code)
  expect(moving).toEqual(['big clean', 'genuine part'])
  expect(new Set(checklists.map(({ code }) => areaOf({ checklist: code, position: 'GM' })))).toEqual(new Set(areaCodes))
})

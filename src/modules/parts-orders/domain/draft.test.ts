import { expect, test } from 'vitest'
import { ontoSaved } from './draft.ts'

const line = (partId: string, units: number, unitCostFen: number | null = 100, requestId: string | null = null) => ({ partId, requestId, thousandths: units * 1_000, unitCostFen })

test('what was typed stands on what a colleague saved meanwhile: both keep their changes', () => {
  const opened = [line('a', 1), line('b', 2), line('c', 3)]
  // Here: another quantity of a, b taken out, n new. There: another price of c, m new.
  expect(ontoSaved(opened, [line('a', 9), line('c', 3), line('n', 5)], [line('a', 1), line('b', 2), line('c', 3, 250), line('m', 4)])).toEqual([line('a', 9), line('c', 3, 250), line('m', 4), line('n', 5)])
  // Both changed a: as it was typed here. The colleague took out b, which nobody touched here: it is out.
  expect(ontoSaved(opened, [line('a', 9), line('b', 2), line('c', 3)], [line('a', 7), line('c', 3)])).toEqual([line('a', 9), line('c', 3)])
  // He took out what is changed here: that is typed, and stays.
  expect(ontoSaved(opened, [line('a', 9), line('b', 2), line('c', 3)], [line('b', 2), line('c', 3)])).toEqual([line('b', 2), line('c', 3), line('a', 9)])
})

test('one part for a car and for the shelf are two lines', () => {
  expect(ontoSaved([line('a', 1)], [line('a', 2)], [line('a', 1), line('a', 4, 100, 'request')])).toEqual([line('a', 2), line('a', 4, 100, 'request')])
})

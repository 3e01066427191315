import { expect, test } from 'vitest'
import { tillState, whyNotCloseTill } from './till.ts'

test('the till closes once, and a difference needs its reason', () => {
  const open = { openedAt: new Date(0), closedAt: null }
  expect(tillState(null)).toBe('none')
  expect(whyNotCloseTill(null, 0, 0, '')?.code).toBe('settlement.till-not-open')
  expect(whyNotCloseTill(open, 50_000, 50_000, '')).toBeNull()
  expect(whyNotCloseTill(open, 50_000, 49_900, '')).toMatchObject({ code: 'settlement.till-difference', facts: { difference: -1 } })
  expect(whyNotCloseTill(open, 50_000, 49_900, '找零差错')).toBeNull()
  expect(whyNotCloseTill({ ...open, closedAt: new Date(1) }, 0, 0, '')?.code).toBe('settlement.till-closed')
})

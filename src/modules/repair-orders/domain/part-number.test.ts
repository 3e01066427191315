import { expect, test } from 'vitest'
import { waitsForNumber, whyNotAskNumber, whyNotConfirmNumber, whyNotSure } from './part-number.ts'

const sure = { kind: 'part' as const, code: 'YL5-1012', unclear: null, confirmedByName: null }
const open = { ...sure, unclear: '车架号对不上' }
const confirmed = { ...open, confirmedByName: '赵磊' }
const order = { status: 'estimated' as const }

test('a number is asked for on a part of an open estimate, once at a time; confirmed, it can be asked for again', () => {
  expect([whyNotAskNumber({ order, line: sure }), whyNotAskNumber({ order, line: confirmed })]).toEqual([null, null])
  expect(whyNotAskNumber({ order, line: open })?.code).toBe('repair-orders.number-asked-already')
  expect(whyNotAskNumber({ order, line: { ...sure, kind: 'labour' } })?.code).toBe('repair-orders.number-of-parts-only')
  expect(whyNotAskNumber({ order: { status: 'authorised' }, line: sure })?.code).toBe('repair-orders.lines-authorised')
})

test('only what waits is confirmed, and nobody signs before', () => {
  expect([sure, open, confirmed].map(waitsForNumber)).toEqual([false, true, false])
  expect([sure, open, confirmed].map((line) => whyNotConfirmNumber({ order, line })?.code)).toEqual(['repair-orders.number-not-asked', undefined, 'repair-orders.number-not-asked'])
  expect(whyNotConfirmNumber({ order: { status: 'in_work' }, line: open })?.code).toBe('repair-orders.lines-authorised')
  expect([whyNotSure([sure, confirmed]), whyNotSure([sure, open])?.code]).toEqual([null, 'repair-orders.number-not-confirmed'])
})

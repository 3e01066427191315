import { expect, test } from 'vitest'
import { byTurn, isNewsForCustomer, whyNotAsk, whyNotCancel, whyNotSource, whyNotTell } from './request.ts'

const ask = { order: { status: 'authorised' }, isPart: true, short: 2_000, asked: 2_000, alreadyAsked: false } as const

test('a part is asked for when authorised work lacks it: no more than is short, once at a time', () => {
  expect(whyNotAsk(ask)).toBeNull()
  expect(whyNotAsk({ ...ask, order: { status: 'estimated' } })?.code).toBe('purchasing.not-in-shop')
  expect(whyNotAsk({ ...ask, short: 0 })?.code).toBe('purchasing.nothing-short')
  expect(whyNotAsk({ ...ask, isPart: false })?.code).toBe('purchasing.nothing-short')
  expect(whyNotAsk({ ...ask, asked: 3_000 })?.code).toBe('purchasing.more-than-short')
  expect(whyNotAsk({ ...ask, alreadyAsked: true })?.code).toBe('purchasing.asked-already')
})

test('a source has a day that is not past, an outside supplier his name; what is over stays over', () => {
  const source = { status: 'asked', source: 'e-order', supplier: '', eta: '2026-11-25', today: '2026-11-24' } as const
  expect(whyNotSource(source)).toBeNull()
  expect(whyNotSource({ ...source, status: 'sourced' })).toBeNull()
  expect(whyNotSource({ ...source, eta: '2026-11-23' })?.code).toBe('purchasing.eta-in-past')
  expect(whyNotSource({ ...source, source: 'outside' })?.code).toBe('purchasing.supplier-missing')
  expect(whyNotSource({ ...source, status: 'arrived' })?.code).toBe('purchasing.over')
  expect(whyNotTell({ status: 'cancelled', customerName: '王' })?.code).toBe('purchasing.over')
  expect(whyNotTell({ status: 'asked', customerName: ' ' })?.code).toBe('purchasing.who-missing')
  expect(whyNotCancel({ status: 'arrived' })?.code).toBe('purchasing.over')
})

test('a day that changed since the customer was told is news for him', () => {
  expect(isNewsForCustomer({ eta: '2026-11-25', toldEta: null, decision: null })).toBe(true)
  expect(isNewsForCustomer({ eta: '2026-11-25', toldEta: '2026-11-25', decision: 'order' })).toBe(false)
  expect(isNewsForCustomer({ eta: '2026-11-28', toldEta: '2026-11-25', decision: 'order' })).toBe(true)
})

test('what arrives goes to the most urgent, then to whoever asked first', () => {
  const at = (urgency: 'off-road' | 'waiting' | 'normal', minute: number) => ({ urgency, askedAt: new Date(minute * 60_000) })
  expect([at('normal', 1), at('waiting', 3), at('waiting', 2), at('off-road', 4)].toSorted(byTurn).map(({ askedAt }) => askedAt.getTime() / 60_000)).toEqual([4, 2, 3, 1])
})

import { expect, test } from 'vitest'
import { completion, whyNotKeep, whyNotMark, whyNotTakeUp, type CampaignWork } from './campaign.ts'

const work: CampaignWork[] = [{ kind: 'labour', operationId: 'x' }]

test('a campaign has work, and ends after it began', () => {
  const good = { fromDay: '2026-01-01', untilDay: null, work, codeTaken: false }
  expect(whyNotKeep(good)).toBeNull()
  expect(whyNotKeep({ ...good, untilDay: '2025-12-31' })?.code).toBe('campaigns.ends-before-it-begins')
  expect(whyNotKeep({ ...good, work: [] })?.code).toBe('campaigns.no-work')
  expect(whyNotKeep({ ...good, codeTaken: true })?.code).toBe('campaigns.code-taken')
})

test('its lines go on an order once, for a car on the list, while it runs', () => {
  const facts = { fromDay: '2026-01-01', untilDay: '2026-12-31', today: '2026-06-01', state: 'open' as const }
  expect(whyNotTakeUp(facts)).toBeNull()
  expect(whyNotTakeUp({ ...facts, state: null })?.code).toBe('campaigns.not-on-the-list')
  expect(whyNotTakeUp({ ...facts, state: 'in-work' })?.code).toBe('campaigns.in-work-already')
  for (const state of ['done', 'elsewhere', 'withdrawn'] as const) expect(whyNotTakeUp({ ...facts, state })?.code).toBe('campaigns.done-already')
  expect(whyNotTakeUp({ ...facts, today: '2027-01-01' })?.code).toBe('campaigns.not-in-force')
  expect(whyNotTakeUp({ ...facts, today: '2025-12-31' })?.code).toBe('campaigns.not-in-force')
})

test('a mark by hand has a reason, and can be taken back; what a visit did stays', () => {
  expect(whyNotMark({ state: 'open', mark: 'elsewhere', reason: '他店已完成' })).toBeNull()
  expect(whyNotMark({ state: 'elsewhere', mark: 'listed', reason: '登记有误' })).toBeNull()
  expect(whyNotMark({ state: 'open', mark: 'withdrawn', reason: ' ' })?.code).toBe('campaigns.reason-missing')
  expect(whyNotMark({ state: 'open', mark: 'listed', reason: 'x' })?.code).toBe('campaigns.marked-so')
  expect(whyNotMark({ state: 'elsewhere', mark: 'withdrawn', reason: 'x' })?.code).toBe('campaigns.marked-so')
  expect(whyNotMark({ state: 'done', mark: 'withdrawn', reason: 'x' })?.code).toBe('campaigns.done-already')
  expect(whyNotMark({ state: 'in-work', mark: 'withdrawn', reason: 'x' })?.code).toBe('campaigns.in-work-already')
})

test('cars that the maker took off the list do not count', () => {
  expect(completion({ cars: 10, done: 4, withdrawn: 2 })).toBe(50)
  expect(completion({ cars: 2, done: 0, withdrawn: 2 })).toBeNull()
})

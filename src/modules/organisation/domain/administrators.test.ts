import { expect, test } from 'vitest'
import { whyNotDecide, whyNotGive, whyNotGrant, whyNotLose, whyNotTogether } from './administrators.ts'

test('the last holder stays; a store that never had one loses nothing', () => {
  expect(whyNotLose({ SEC: 1, SYS: 1 }, { SEC: 0, SYS: 1 })).toMatchObject({ code: 'organisation.last-administrator', facts: { what: 'SEC' } })
  expect(whyNotLose({ SEC: 2, SYS: 0 }, { SEC: 1, SYS: 0 })).toBeNull()
})

test('nobody changes his own positions while another could', () => {
  const wish = { self: true, mayChangeRights: true, alone: false, touched: ['SAD'] }
  expect(whyNotGive(wish)?.code).toBe('organisation.not-your-own-positions')
  expect(whyNotGive({ ...wish, alone: true })).toBeNull()
  expect(whyNotGive({ ...wish, touched: [] })).toBeNull()
})

test('only security makes administrators and general managers', () => {
  expect(whyNotGive({ self: false, mayChangeRights: false, alone: false, touched: ['SAD', 'SEC'] })?.code).toBe('organisation.administrators-by-security')
  expect(whyNotGive({ self: false, mayChangeRights: false, alone: false, touched: ['SAD'] })).toBeNull()
})

test('one request is decided once, and never by whoever asked', () => {
  expect(whyNotDecide({ state: 'asked', askedBy: 'a', by: 'a' })?.code).toBe('organisation.not-your-own-request')
  expect(whyNotDecide({ state: 'approved', askedBy: 'a', by: 'b' })?.code).toBe('organisation.decided-already')
  expect(whyNotDecide({ state: 'asked', askedBy: 'a', by: 'b' })).toBeNull()
})

test('the three administrators keep apart', () => {
  expect(whyNotGrant('SYS', ['organisation.changeRights'])?.code).toBe('organisation.administrators-keep-apart')
  expect(whyNotGrant('SEC', ['audit.see'])?.code).toBe('organisation.administrators-keep-apart')
  expect(whyNotGrant('AUD', ['settlement.settle'])?.code).toBe('organisation.administrators-keep-apart')
  expect([whyNotGrant('AUD', ['settlement.see', 'audit.verify']), whyNotGrant('SAD', ['organisation.changeRights'])]).toEqual([null, null])
  const [one, two, three] = [{ personId: 'a', position: 'SYS' }, { personId: 'b', position: 'SEC' }, { personId: 'c', position: 'AUD' }]
  expect(whyNotTogether(['SYS', 'SEC'], [one, two])?.code).toBe('organisation.administrators-apart')
  expect(whyNotTogether(['SYS', 'SEC'], [two, three])?.code).toBe('organisation.administrators-apart') // the only SYS of a house of three does not become SEC too
  expect(whyNotTogether(['SYS', 'SEC'], [{ ...two, personId: 'a' }, one])?.code).toBe('organisation.administrators-apart')
  expect([whyNotTogether(['SYS', 'SEC'], []), whyNotTogether(['SYS', 'SEC'], [three]), whyNotTogether(['SYS', 'SAD'], [two, three])]).toEqual([null, null, null])
})

import { expect, test } from 'vitest'
import { addressOf, adviseBins, brokenRule, fillingOf, presetRule, storageClasses, usualClasses, type BinCandidate, type StorageClass, type ZoneFacts } from './storage.ts'
import { whyNotAgainstRule, whyNotTakeBack, whyNotZone } from './why-not-move.ts'

const zone = (part: Partial<ZoneFacts> = {}): ZoneFacts => ({ holds: ['normal'], near: false, staging: false, fullAt: 3, ...part })
const broken = (storage: StorageClass, level: number | null, facts: ZoneFacts | null) => brokenRule({ storage, level, zone: facts, rule: presetRule })

test('the code of a bin says its zone, its rack and its level', () => {
  expect(addressOf('A-01-03')).toEqual({ zone: 'A', rack: 'A-01', level: 3 })
  expect(addressOf('2F-B-02-11')).toEqual({ zone: '2F', rack: '2F-B-02', level: 11 })
  expect(addressOf('YARD')).toEqual({ zone: 'YARD', rack: 'YARD', level: null })
  expect(addressOf('A-LOW')).toEqual({ zone: 'A', rack: 'A-LOW', level: null })
})

test('heavy parts lie low', () => {
  expect(broken('heavy', 2, zone())).toBeNull()
  expect(broken('heavy', 3, zone())).toBe('heavy-low')
  expect(broken('heavy', null, zone())).toBeNull()
  expect(broken('normal', 9, zone())).toBeNull()
})

test('liquids, batteries, accessories and small parts lie in a zone made for them, and nothing else does', () => {
  expect(storageClasses.map((storage) => broken(storage, 1, zone({ holds: ['normal'] })))).toEqual([null, null, 'small-in-boxes', 'liquid-zone', 'battery-zone', 'accessory-zone'])
  expect(storageClasses.map((storage) => broken(storage, 1, zone({ holds: ['liquid'] })))).toEqual(['goods-zone', 'goods-zone', 'small-in-boxes', null, 'battery-zone', 'accessory-zone'])
  expect(broken('liquid', 1, zone({ holds: [], staging: true }))).toBeNull()
  expect(broken('liquid', 1, null)).toBeNull()
  expect([usualClasses.fluid, usualClasses.ignition, usualClasses.brake]).toEqual(['liquid', 'small', undefined])
})

test('the advice: beside its own kind, fast movers near the counter, the emptiest bin, never one that is blocked, full or wrong', () => {
  const bin = (code: string, part: Partial<BinCandidate> = {}): BinCandidate => ({ placeId: code, code, active: true, blocked: '', level: 1, zone: zone(), parts: 0, own: false, ...part })
  const bins = [
    bin('C', { parts: 2 }), bin('B'), bin('NEAR', { zone: zone({ near: true }) }), bin('OWN', { own: true, parts: 9 }), bin('FULL', { parts: 3 }), bin('SHUT', { blocked: '维修' }), bin('GONE', { active: false }),
    bin('OIL', { zone: zone({ holds: ['liquid'] }) }), bin('FLOOR', { zone: zone({ staging: true }) }), bin('HIGH', { level: 5 }),
  ]
  const advise = (storage: StorageClass, fast: boolean) => adviseBins(bins, { storage, fast, rule: presetRule }, 5).map(({ code }) => code)
  expect(advise('normal', false)).toEqual(['OWN', 'B', 'HIGH', 'C', 'NEAR'])
  expect(advise('normal', true)).toEqual(['OWN', 'NEAR', 'B', 'HIGH', 'C'])
  expect(advise('heavy', false)).toEqual(['OWN', 'B', 'C', 'NEAR'])
  expect(advise('liquid', false)).toEqual(['OIL'])
})

test('how full a bin is, by the different parts in it', () => {
  expect([0, 1, 2, 3].map((parts) => fillingOf(parts, 3))).toEqual(['empty', 'room', 'room', 'full'])
})

test('against a rule only with a reason; a move goes back once; a zone is made for something', () => {
  expect(whyNotAgainstRule({ bin: 'A', broken: 'heavy-low', reason: ' ' })?.code).toBe('bins.rule-needs-reason')
  expect(whyNotAgainstRule({ bin: 'A', broken: 'heavy-low', reason: '低层已满' })).toBeNull()
  expect(whyNotAgainstRule({ bin: 'A', broken: null, reason: '' })).toBeNull()
  expect(whyNotTakeBack({ takenBack: true, takesBack: null })?.code).toBe('bins.taken-back-already')
  expect(whyNotTakeBack({ takenBack: false, takesBack: 'm' })?.code).toBe('bins.taken-back-already')
  expect(whyNotTakeBack({ takenBack: false, takesBack: null })).toBeNull()
  expect(whyNotZone({ staging: false, holds: [] })?.code).toBe('bins.zone-for-nothing')
  expect(whyNotZone({ staging: true, holds: [] })).toBeNull()
})

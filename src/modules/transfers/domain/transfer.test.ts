import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { cancelledTo, takeOff, transferStatuses, whyNotAnswer, whyNotAsk, whyNotDecide, whyNotPrint, whyNotReceive, whyNotReverse, whyNotShip, type Parcel } from './transfer.ts'

test('asked for once each, and no more than lies free there', () => {
  const line = { partNumber: 'P1', asked: 2_000, free: 2_000 }
  expect(whyNotAsk({ store: '浦东店', lines: [line] })).toBeNull()
  expect(whyNotAsk({ store: '浦东店', lines: [line, line] })?.code).toBe('transfers.part-twice')
  expect(whyNotAsk({ store: '浦东店', lines: [{ ...line, free: 1_000 }] })).toMatchObject({ code: 'transfers.store-has-less', facts: { free: 1 } })
})

test('the giving store answers, once, with at most what was asked, and refuses with its reason', () => {
  const facts = { status: 'asked', side: 'giving', agree: true, words: '', lines: [{ partNumber: 'P1', asked: 2_000, agreed: 1_000 }] } as const
  expect(whyNotAnswer(facts)).toBeNull()
  expect(whyNotAnswer({ ...facts, side: 'asking' })?.code).toBe('transfers.giving-store-does')
  expect(whyNotAnswer({ ...facts, status: 'agreed' })?.code).toBe('transfers.answered-already')
  expect(whyNotAnswer({ ...facts, agree: false })?.code).toBe('transfers.words-missing')
  expect(whyNotAnswer({ ...facts, lines: [{ partNumber: 'P1', asked: 2_000, agreed: 3_000 }] })?.code).toBe('transfers.more-than-asked')
  expect(whyNotAnswer({ ...facts, lines: [{ partNumber: 'P1', asked: 2_000, agreed: 0 }] })?.code).toBe('transfers.nothing-agreed')
})

test('before the goods leave either store ends it; the shelves that hold them back are let go by their own store', () => {
  const code = (side: 'asking' | 'giving', status: Parameters<typeof cancelledTo>[0]['status']) => {
    const to = cancelledTo({ side, status })
    return to instanceof Refusal ? to.code : to
  }
  expect([code('asking', 'asked'), code('asking', 'agreed'), code('asking', 'withdrawn'), code('giving', 'withdrawn'), code('giving', 'agreed')]).toEqual(['cancelled', 'withdrawn', 'transfers.giving-store-does', 'cancelled', 'cancelled'])
  expect([code('asking', 'shipped'), code('giving', 'closed')]).toEqual(['transfers.on-the-road', 'transfers.over'])
})

test('shipped by the giving store when it agreed, received by the asking one', () => {
  expect(whyNotShip({ status: 'agreed', side: 'giving' })).toBeNull()
  expect([whyNotShip({ status: 'agreed', side: 'asking' }), whyNotShip({ status: 'withdrawn', side: 'giving' }), whyNotShip({ status: 'shipped', side: 'giving' })].map((refusal) => refusal?.code))
    .toEqual(['transfers.giving-store-does', 'transfers.withdrawn', 'transfers.not-agreed'])
  const line = { partNumber: 'P1', arrived: 1_000, missing: 1_000, reason: '少一件', placeId: 'A', open: 2_000 }
  const code = (part: object, status: 'shipped' | 'closed' = 'shipped', side: 'asking' | 'giving' = 'asking') => whyNotReceive({ status, side, lines: [{ ...line, ...part }] })?.code
  expect([code({}), code({ arrived: 2_000 }), code({ placeId: null }), code({ reason: ' ' }), code({ arrived: 0, missing: 0 }), code({}, 'closed'), code({}, 'shipped', 'giving')]).toEqual([
    undefined, 'transfers.more-than-shipped', 'transfers.bin-missing', 'transfers.words-missing', 'transfers.nothing-counted', 'transfers.not-shipped', 'transfers.asking-store-does',
  ])
})

test('what is missing is decided once, by the store that sent it, with words', () => {
  expect(whyNotDecide({ side: 'giving', decided: false, words: '司机找到' })).toBeNull()
  expect([whyNotDecide({ side: 'giving', decided: true, words: 'x' }), whyNotDecide({ side: 'asking', decided: false, words: 'x' }), whyNotDecide({ side: 'giving', decided: false, words: '' })].map((refusal) => refusal?.code))
    .toEqual(['transfers.decided-already', 'transfers.giving-store-does', 'transfers.words-missing'])
})

test('whatever becomes of parcels in whatever pieces, they give away their cost to the fen and never a fen below zero', () => {
  const parcel = fc.record({ thousandths: fc.integer({ min: 1, max: 30_000 }), costFen: fc.integer({ min: 0, max: 500_000 }) })
  fc.assert(fc.property(fc.array(parcel, { minLength: 1, maxLength: 4 }), fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 12 }), (made, pieces) => {
    let parcels: Parcel[] = made.map((facts, index) => ({ id: String(index), ...facts, gone: 0, goneFen: 0 }))
    const left = () => parcels.reduce((sum, { thousandths, gone }) => sum + thousandths - gone, 0)
    for (const piece of [...pieces, Number.MAX_SAFE_INTEGER]) {
      const shares = takeOff(parcels, Math.min(piece, left()))
      expect(shares.every(({ costFen, thousandths }) => costFen >= 0 && thousandths > 0)).toBe(true)
      parcels = parcels.map((one) => shares.filter(({ parcelId }) => parcelId === one.id).reduce((at, share) => ({ ...at, gone: at.gone + share.thousandths, goneFen: at.goneFen + share.costFen }), one))
    }
    expect(left()).toBe(0)
    expect(parcels.every(({ costFen, goneFen }) => costFen === goneFen)).toBe(true)
  }))
})

test('an arrival is reversed by the store that received it, once, with its reason', () => {
  const facts = { status: 'closed', side: 'asking', arrived: true, reason: '收错货位' } as const
  expect([whyNotReverse(facts), whyNotReverse({ ...facts, status: 'shipped' })]).toEqual([null, null])
  expect([whyNotReverse({ ...facts, side: 'giving' })?.code, whyNotReverse({ ...facts, arrived: false })?.code, whyNotReverse({ ...facts, status: 'agreed' })?.code, whyNotReverse({ ...facts, reason: ' ' })?.code])
    .toEqual(['transfers.asking-store-does', 'transfers.not-arrived', 'transfers.not-arrived', 'transfers.words-missing'])
})

test('only what leaves has a slip that goes with it', () => {
  expect(transferStatuses.filter((status) => whyNotPrint({ status }) === null)).toEqual(['agreed', 'shipped', 'closed'])
})

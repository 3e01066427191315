import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels, feeBackOf, feeOf, ratesOf, usualFee } from './fee.ts'
import { ways } from './till.ts'

test('a fee is its rate of the payment, rounded once; cash has none', () => {
  expect(ways.map((way) => usualFee(way, 123_456))).toEqual([0, 741, 741, 679, 0])
  expect(feeOf('card', 10_000, ratesOf([{ way: 'card', hundredths: 38, comesBack: false, version: 3 }]))).toBe(38)
})

test('what the store writes counts before the preset', () => {
  expect(ratesOf([{ way: 'wechat', hundredths: 38, comesBack: false, version: 2 }]).map(({ way, hundredths, version }) => [way, hundredths, version])).toEqual([['wechat', 38, 2], ['alipay', 60, 0], ['card', 55, 0], ['transfer', 0, 0]])
})

const before = { amountFen: 0, feeFen: 0 }
test('a refund brings its share of the fee back where the channel gives it back', () => {
  const whole = { way: 'wechat' as const, paidFen: 10_000, feeFen: 60, backBefore: before, amountFen: 10_000 }
  expect(feeBackOf(whole, ratesOf([]))).toBe(60)
  expect(feeBackOf({ ...whole, amountFen: 3_333 }, ratesOf([]))).toBe(19)
  expect(feeBackOf({ ...whole, way: 'card' }, ratesOf([]))).toBe(0)
  expect(feeBackOf({ ...whole, way: 'cash', feeFen: 0 }, ratesOf([]))).toBe(0)
})

test('however a payment goes back, its fee comes back whole, and never more than what goes back', () => {
  const rates = channels.map((way) => ({ way, hundredths: 60, comesBack: true, version: 1 }))
  fc.assert(fc.property(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 0, max: 1_000 }), fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }), (paidFen, hundredths, weights) => {
    const feeFen = Math.min(paidFen, feeOf('wechat', paidFen, [{ way: 'wechat', hundredths, comesBack: true, version: 1 }]))
    let [backFen, feeBack] = [0, 0]
    for (const [index, weight] of weights.entries()) {
      const amountFen = index === weights.length - 1 ? paidFen - backFen : Math.min(paidFen - backFen, Math.floor((paidFen * weight) / 1_000))
      if (amountFen === 0) continue
      const fee = feeBackOf({ way: 'wechat', paidFen, feeFen, backBefore: { amountFen: backFen, feeFen: feeBack }, amountFen }, rates)
      expect(fee >= 0 && fee <= amountFen).toBe(true)
      backFen += amountFen
      feeBack += fee
    }
    expect(backFen).toBe(paidFen)
    expect(feeBack).toBeLessThanOrEqual(feeFen)
    if (weights.length === 1) expect(feeBack).toBe(feeFen)
  }))
})

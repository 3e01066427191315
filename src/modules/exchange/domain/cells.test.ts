import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../kernel/time.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { dayOf, Doubtful, listOf, numberOf, shownCell, textOf, wordOf } from './cells.ts'

const sheet = { from1904: false }
const money = numberOf({ least: 0, most: 10_000_000_000, decimals: 2 })
const codeOf = (read: unknown) => (read instanceof Refusal ? read.code : read)

describe('amounts', () => {
  test.each([
    [72, 7200], ['68.50', 6850], ['￥７５．００', 7500], ['1,086.00', 108_600], ['1，086元', 108_600], [18.900000000000002, 1890], ['.5', 50], ['¥ 12', 1200], [0, 0], ['RMB 3.1', 310],
  ])('%s is %i fen', (cell, fen) => { expect(money(cell, sheet)).toBe(fen) })

  test.each([['面议', 'exchange.not-a-number'], ['1.2.3', 'exchange.not-a-number'], [1.255, 'exchange.too-many-decimals'], ['-5', 'exchange.number-out-of-bounds'], ['1e9', 'exchange.not-a-number'], [1e14, 'exchange.number-out-of-bounds'], [1e15, 'exchange.not-a-number']])(
    '%s is refused: %s', (cell, code) => { expect(codeOf(money(cell, sheet))).toBe(code) })

  test('every amount in fen is read back exactly, as a number and as a text', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (fen) => {
      expect(money(fen / 100, sheet)).toBe(fen)
      expect(money((fen / 100).toFixed(2), sheet)).toBe(fen)
    }))
  })
})

describe('days', () => {
  test.each(['2026-11-23', '2026/11/23', '2026.11.23', '2026年11月23日', '20261123', '２０２６－１１－２３', '2026-11-23 08:30:00', '2026/11/23 8:30'])('%s is one day', (cell) => { expect(dayOf(cell, sheet)).toBe('2026-11-23') })
  test('the number that Excel keeps is that day too, also from old Macs, with a time, and as text', () => {
    expect([dayOf(46_349, sheet), dayOf(46_349.75, sheet), dayOf('46349', sheet), dayOf(44_887, { from1904: true }), dayOf(20_261_123, sheet)]).toEqual(Array(5).fill('2026-11-23'))
  })
  test.each(['2026-02-30', '23.11.2026', '11/23/26', '昨天', '1', '99999999', '2026-13-01'])('%s is no day', (cell) => { expect(codeOf(dayOf(cell, sheet))).toBe('exchange.not-a-day') })
  test('every day from 1970 on comes back from its number', () => {
    fc.assert(fc.property(fc.integer({ min: 25_569, max: 73_050 }), (serial) => { expect(dayOf(serial, sheet)).toBe(addDays('1970-01-01', serial - 25_569)) }))
  })
})

describe('texts and words', () => {
  test('a number in a text column is its digits, without an exponent', () => {
    expect([shownCell(13_812_345_678), shownCell(6_900_000_200_012), shownCell(1e20), shownCell(0.0000001), shownCell(' \u200b云岭 ')]).toEqual(['13812345678', '6900000200012', '100000000000000000000', '0.0000001', '云岭'])
  })
  test('a text that is too long is refused, never cut', () => { expect(codeOf(textOf(3)('一二三四', sheet))).toBe('exchange.text-too-long') })
  test('a word is known by any of its names; an unknown one lists the known', () => {
    const read = wordOf({ person: ['个人', '私人'], company: ['单位', '公司'] })
    expect([read('私 人', sheet), read('COMPANY', sheet)]).toEqual(['person', 'company'])
    expect(read('机构', sheet)).toMatchObject({ code: 'exchange.unknown-word', facts: { allowed: ['个人', '单位'] } })
    expect(wordOf({ a: ['甲'] }, { value: 'a', code: 'x.y' })('乙', sheet)).toBeInstanceOf(Doubtful)
  })
  test('several in one cell come apart at any comma', () => { expect(listOf(textOf(20), 5)('1、2，3;4|1', sheet)).toEqual(['1', '2', '3', '4']) })
})

import { expect, test } from 'vitest'
import { capitalAmount } from './capital-amount.ts'

const examples: readonly (readonly [fen: number, words: string])[] = [
  [0, '零元整'], [1, '壹分'], [5, '伍分'], [10, '壹角整'], [50, '伍角整'], [56, '伍角陆分'],
  [100, '壹元整'], [101, '壹元零壹分'], [110, '壹元壹角整'], [1_000, '壹拾元整'], [1_500, '壹拾伍元整'],
  [123_456, '壹仟贰佰叁拾肆元伍角陆分'], [139_020, '壹仟叁佰玖拾元零贰角整'],
  [140_950, '壹仟肆佰零玖元伍角整'], [600_714, '陆仟零柒元壹角肆分'], [168_032, '壹仟陆佰捌拾元零叁角贰分'],
  [10_700_053, '壹拾万柒仟元零伍角叁分'], [1_640_902, '壹万陆仟肆佰零玖元零贰分'], [32_504, '叁佰贰拾伍元零肆分'],
  [100_000_000, '壹佰万元整'], [100_000_100, '壹佰万零壹元整'], [1_000_000_000_000, '壹佰亿元整'],
  [10_000_000_001, '壹亿元零壹分'], [10_000_010_000, '壹亿零壹佰元整'], [10_100_000_000, '壹亿零壹佰万元整'], [12_345_678_901, '壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分'],
  [1_000_000_000_000_000, '壹拾万亿元整'], [100_000_000_000_100, '壹万亿零壹元整'],
  [-123_450, '负壹仟贰佰叁拾肆元伍角整'],
]

test.each(examples)('%d fen are %s', (fen, words) => { expect(capitalAmount(fen)).toBe(words) })

test('the greatest amount that money can be is written, a fraction of a fen is not', () => {
  expect(capitalAmount(Number.MAX_SAFE_INTEGER)).toBe('玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分')
  expect(() => capitalAmount(1.5)).toThrow(RangeError)
})

test('no two amounts are written alike', () => {
  const amounts = Array.from({ length: 300_000 }, (_, at) => at * (at % 2 === 0 ? 1 : 1_001))
  expect(new Set(amounts.map(capitalAmount)).size).toBe(new Set(amounts).size)
})

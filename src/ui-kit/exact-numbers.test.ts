import { expect, test } from 'vitest'
import { exactText, formatFen, formatThousandths, formatWhole, isOnTheWay, parseFen, parseThousandths, parseWhole } from './exact-numbers.ts'

test('money is read exactly, as people type and paste it', () => {
  expect(parseFen('1390.2')).toBe(139020)
  expect(parseFen('¥1,390.20')).toBe(139020)
  expect(parseFen('￥１，３９０．２０ 元')).toBe(139020)
  expect(parseFen('.5')).toBe(50)
  expect(parseFen('12.')).toBe(1200)
  expect(parseFen('-3.05')).toBe(-305)
  expect(parseFen('－0')).toBe(0)
  expect(Object.is(parseFen('-0'), 0)).toBe(true)
})

test('what is not an amount in fen is not guessed', () => {
  for (const text of ['', '-', '.', '1.234', '1e3', 'abc', '1.2.3', '--1', '99999999999999999999']) expect(parseFen(text)).toBeNull()
})

test('numbers that floats get wrong stay right', () => {
  expect(parseFen('0.29')).toBe(29)
  expect(parseFen('1.15')).toBe(115)
  expect(parseFen('8.2')).toBe(820)
  expect(parseThousandths('4.35')).toBe(4350)
})

test('every amount survives writing and reading', () => {
  for (const fen of [0, 1, 9, 10, 99, 100, 101, 12345, -1, -100, 139020, 9007199254740991]) expect(parseFen(formatFen(fen))).toBe(fen)
})

test('money shows two decimals and separators', () => {
  expect(formatFen(139020)).toBe('¥1,390.20')
  expect(formatFen(0)).toBe('¥0.00')
  expect(formatFen(5)).toBe('¥0.05')
  expect(formatFen(-21500)).toBe('-¥215.00')
  expect(formatFen(123456789)).toBe('¥1,234,567.89')
})

test('a quantity shows only the decimals it has', () => {
  expect(formatThousandths(4500)).toBe('4.5')
  expect(formatThousandths(1000)).toBe('1')
  expect(formatThousandths(10000)).toBe('10')
  expect(formatThousandths(1200000)).toBe('1,200')
  expect(formatThousandths(5)).toBe('0.005')
  expect(formatThousandths(0)).toBe('0')
  expect(formatThousandths(-1500)).toBe('-1.5')
})

test('whole numbers take no point', () => {
  expect(parseWhole('20,356')).toBe(20356)
  expect(parseWhole('1.5')).toBeNull()
  expect(formatWhole(20356)).toBe('20,356')
})

test('typing may pass through half-written numbers only', () => {
  for (const text of ['', '1', '1.', '.', '1.5', '1,3']) expect(isOnTheWay(text, 2, false)).toBe(true)
  for (const text of ['-', '1.555', 'a', '1..']) expect(isOnTheWay(text, 2, false)).toBe(false)
  expect(isOnTheWay('-', 2, true)).toBe(true)
  expect(isOnTheWay('1.', 0, false)).toBe(false)
})

test('the edited text has all its decimals and no separators', () => {
  expect(exactText(139020, 2)).toBe('1390.20')
  expect(exactText(7, 0)).toBe('7')
})

import { expect, test } from 'vitest'
import { noPhone, pseudonymOf, signsOf, stringsFor, type Named } from './strings.ts'

const person: Named = { phones: ['19900010002'], names: ['陈晨', '陈'], ownPlates: ['沪AD77001', '沪A12345'], marks: ['LSVAA4182E2123456', 'E12'] }
const shown = (plate: string): string => `${plate.slice(0, 2)}·${plate.slice(2)}`
const applied = ({ from, to }: { from: readonly string[]; to: readonly string[] }, text: string): string => from.reduce((result, each, index) => result.replaceAll(each, to[index] ?? ''), text)

test('a sentence keeps its sense and loses him; a name of one sign is left, it stands in too many words', () => {
  const to = stringsFor(person, pseudonymOf('01a1-3f9a2c'), shown, ['等了两个小时'])
  expect(applied(to.text, '陈晨 19900010002 的沪A·D77001（沪AD77001）异响，他说等了两个小时；陈旧件已换')).toBe('** ** 的**（**）异响，他说**；陈旧件已换')
  expect(applied(to.json, JSON.stringify({ owner: '陈晨', phone: '19900010002', plate: '沪AD77001' }))).toBe(JSON.stringify({ owner: '匿名3F9A2C', phone: noPhone, plate: '匿3F9A2C1' }))
})

test('every plate gets one of its own, so that a change of plate stays a change', () => {
  const { plates } = stringsFor(person, '匿名3F9A2C', shown, [])
  expect(new Set(plates.to).size).toBe(2)
})

test('a name alone and what is too short say nothing for sure', () => {
  expect(signsOf(person, shown)).toEqual(['19900010002', 'LSVAA4182E2123456', '沪AD77001', '沪A12345', '沪A·D77001', '沪A·12345'])
})

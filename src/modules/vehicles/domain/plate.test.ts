import { expect, test } from 'vitest'
import { isNewEnergyPlate, normalPlate, showPlate, whyNotPlate } from './plate.ts'

test('a plate is the same however it was typed', () => {
  expect(normalPlate(' 沪ａ·d1 2345 ')).toBe('沪AD12345')
  expect(normalPlate('粤B-12345')).toBe('粤B12345')
})

test.each(['沪A12345', '粤BD12345', '京A12345D', '沪A1234学', '临123456', 'GW2026'])('%s can be a plate', (plate) => {
  expect(whyNotPlate(plate)).toBeNull()
})

test.each(['', '沪', '沪A', 'ABC', '沪O12345', '沪A1234567890', '沪A·12345', "'; drop table"])('"%s" is not a plate', (plate) => {
  expect(whyNotPlate(plate)?.code).toBe('vehicles.not-a-plate')
})

test('a new-energy plate has eight places and shows its dot after the second', () => {
  expect(isNewEnergyPlate('沪AD12345')).toBe(true)
  expect(isNewEnergyPlate('沪A12345')).toBe(false)
  expect(showPlate('沪AD12345')).toBe('沪A·D12345')
  expect(showPlate('GW2026')).toBe('GW2026')
})

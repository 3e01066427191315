import { expect, test } from 'vitest'
import { promiseKeys, reorderKeys, sorted } from './sorts.ts'

test('a list goes by one column, either way; equal rows keep their order, and what says nothing stands last', () => {
  const rows = [{ id: 'a', eta: null }, { id: 'b', eta: '2026-12-02' }, { id: 'c', eta: '2026-12-01' }, { id: 'd', eta: '2026-12-02' }]
  const ids = (direction: 'ascending' | 'descending') => sorted(rows, ({ eta }) => eta, direction).map(({ id }) => id).join('')
  expect([ids('ascending'), ids('descending')]).toEqual(['cbda', 'bdca'])
})

test('the board goes by who waits, a car before its slip, and the reorder list by money as a line has it', () => {
  const row = { eta: null, plate: '', orderNumber: 'CS-1', ownerName: '', customerName: '李晨', partNumber: 'A1', supplier: '云岭', onOrder: null }
  expect([promiseKeys.car(row), promiseKeys.car({ ...row, plate: '沪A1' }), promiseKeys.customer(row), promiseKeys.source(row), promiseKeys.source({ ...row, onOrder: { number: 'PO-1' } })]).toEqual(['CS-1', '沪A1', '李晨', '云岭', 'PO-1'])
  expect(reorderKeys.value({ number: 'A1', onHand: 0, reserved: 0, onOrder: 0, point: 0, upTo: 0, proposed: 1_500, unitCostFen: 101 })).toBe(152)
})

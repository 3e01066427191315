import { expect, test } from 'vitest'
import { isOfGroup, says, toldOf } from './promises.ts'

const row = { overdue: false, news: true, eta: '2026-12-01', toldEta: null, accident: true, onOrder: null, onTransfer: null }

test('who waits is told apart: overdue, not told though a day is known, an accident car, on no order', () => {
  expect(Object.entries(isOfGroup).filter(([, is]) => is(row)).map(([group]) => group)).toEqual(['all', 'untold', 'accident', 'to-order'])
  expect(isOfGroup['to-order']({ ...row, onTransfer: {} })).toBe(false)
  expect(isOfGroup.untold({ ...row, eta: null })).toBe(false)
  // He was told a day that holds no more; what the supplier confirmed with nought needs another source.
  expect(isOfGroup.untold({ ...row, eta: null, toldEta: '2026-11-25' })).toBe(true)
  expect([isOfGroup['to-order']({ ...row, onOrder: { nought: true } }), isOfGroup['to-order']({ ...row, onOrder: { nought: false } })]).toEqual([true, false])
})

test('a customer who was told another day does not know the one that holds', () => {
  expect([toldOf({ decision: null, news: true }), toldOf({ decision: 'order', news: true }), toldOf({ decision: 'order', news: false })]).toEqual(['not-told', 'told-other-day', 'told'])
})

test('what is typed finds a row by any of its names and numbers, a plate with its dot or without', () => {
  const found = { number: 'RQ-1', plate: '沪AD7701', orderNumber: 'RO-1', ownerName: '李晨', customerName: '', advisorName: '王', partNumber: 'YS6-1012', nameZh: '机油滤', nameEn: 'Oil filter', supplier: '', onOrder: { number: 'PO-9' }, onTransfer: { number: 'TR-7' } }
  for (const word of ['沪A·D77', 'oil f', '李', 'po-9', 'tr-7', '']) expect(says(found, word)).toBe(true)
  expect(says(found, '刹车')).toBe(false)
})

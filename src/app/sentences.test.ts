import { expect, test } from 'vitest'
import { lineKinds, payers } from '../modules/catalogue/domain/payers.ts'
import { sentence } from './modules.ts'

test('a payer or a kind of line in a refusal is told by its word, not by its code', () => {
  expect(sentence('zh-CN', 'repair-orders.no-labour-rate', { payer: 'customer' })).toBe('付款方「客户自费」没有有效的工时单价。请在费率中维护。')
  expect(sentence('en', 'settlement.no-vat-rate', { kind: 'sublet' })).toBe('There is no VAT rate for sublet work today. Add one under rates.')
  for (const payer of payers) expect(sentence('zh-CN', 'repair-orders.no-labour-rate', { payer })).not.toContain(payer)
  for (const kind of lineKinds) expect(sentence('zh-CN', 'settlement.no-vat-rate', { kind })).not.toContain(kind)
})

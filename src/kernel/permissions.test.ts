import { expect, test } from 'vitest'
import { byItself, may, nobody } from './actor.ts'
import { definePermissions } from './permissions.ts'

const rights = definePermissions('stock', { issue: { zh: '发料', en: 'Issue', preset: ['WHK'] } })

test('a right is named after its module and its deed', () => {
  expect(rights.issue).toEqual({ permission: 'stock.issue', zh: '发料', en: 'Issue', preset: ['WHK'] })
})

test('who has the right may, the product by itself has none', () => {
  const product = byItself({ storeId: 's', storeCode: 'SH1', timeZone: 'Asia/Shanghai' })
  expect(product.personId).toBe(nobody)
  expect(may(product, rights.issue.permission)).toBe(false)
  expect(may({ ...product, permissions: new Set(['stock.issue']) }, rights.issue.permission)).toBe(true)
})

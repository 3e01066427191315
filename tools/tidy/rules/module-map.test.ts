import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { moduleMap } from './module-map.ts'

const stock = { 'src/modules/stock/README.md': '' }

test('a module without a number, and a number without a module, are found', () => {
  expect(moduleMap(aTree({ ...stock, 'src/module-map.json': '{ "stock": 2 }' }))).toEqual([])
  expect(moduleMap(aTree({ ...stock, 'src/module-map.json': '{}' }))[0]?.sentence).toContain('src/modules/stock has no number')
  expect(moduleMap(aTree({ 'src/module-map.json': '{ "stock": 2 }' }))[0]?.sentence).toContain('"stock" is listed')
  expect(moduleMap(aTree({ ...stock, 'src/module-map.json': '{ "stock": "two" }' }))[0]?.sentence).toContain('whole number')
})

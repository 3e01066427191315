import { expect, test } from 'vitest'
import { confirmedFields, sheetFields, whyNotLayout, type SheetColumn } from './sheet.ts'

const columns: readonly SheetColumn[] = [{ field: 'partNumber', header: 'SAP 料号' }, { field: 'order', header: '客户单号' }, { field: 'quantity', header: '数量' }, { field: 'confirmed', header: '可供' }]

test("a maker's sheet has each column once, under its own header, and what the confirmation needs to be read", () => {
  expect(whyNotLayout({ columns })).toBeNull()
  expect(whyNotLayout({ columns: sheetFields.map((field) => ({ field, header: field })) })).toBeNull()
  for (const field of ['order', 'partNumber', 'confirmed'] as const) expect(whyNotLayout({ columns: columns.filter((column) => column.field !== field) })).toMatchObject({ code: 'parts-orders.sheet-lacks', facts: { field } })
  expect(whyNotLayout({ columns: [...columns, { field: 'unit', header: ' ' }] })?.code).toBe('parts-orders.sheet-header-missing')
  expect(whyNotLayout({ columns: [...columns, { field: 'quantity', header: '订货数' }] })).toMatchObject({ code: 'parts-orders.sheet-twice', facts: { header: '订货数' } })
  expect(whyNotLayout({ columns: [...columns, { field: 'unit', header: 'ｓａｐ料号' }] })?.code).toBe('parts-orders.sheet-twice')
  expect(Object.keys(confirmedFields).every((field) => sheetFields.some((known) => known === field))).toBe(true)
})

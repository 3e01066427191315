import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Cell } from './cells.ts'
import { csvRows, readCsv } from './csv.ts'
import { decodeText } from './decode-text.ts'
import { readSheets } from './read-sheets.ts'
import { xlsxWriter } from './write-xlsx.ts'

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'read'
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'thrown'
  }
}

test('what is written as CSV is read again as it was, formulas and all', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.startsWith("'")), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
    const text = csvRows(rows)
    expect(readCsv(`甲,乙\r\n${text}`, 100).slice(1)).toEqual(rows)
    expect(/(^|,|\n)"?[=+@\t-]/.test(csvRows([['=1+1', '+1', '-1', '@x', '\tx', '\rx']]))).toBe(false)
  }))
})

test('what is written as a workbook is read again as it was, and nothing in it is a formula', () => {
  const rows: Cell[][] = [['配件', 1.5, '=1+1', '<&">'], ['00123', -3, '+86', 'a\nb'], ['\u0001x', 0, '@', '𠮷']]
  const writer = xlsxWriter({ name: '表/一', headRows: 1, widths: [10] })
  writer.add(rows)
  const bytes = writer.end()
  expect(readSheets(bytes)[0]?.rows).toEqual([rows[0], rows[1], ['x', 0, '@', '𠮷']])
  expect(readSheets(bytes)[0]?.name).toBe('表 一')
})

test('a workbook that says which of its cells are dynamic arrays, as Excel and web systems write it today, is read', () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['订单号', '确认数量'], ['PO-1', 3]]), '确认')
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)
  expect(Object.keys(unzipSync(bytes))).toContain('xl/metadata.xml')
  expect(readSheets(bytes)[0]?.rows).toEqual([['订单号', '确认数量'], ['PO-1', 3]])
})

describe('texts of any make', () => {
  const gbk = Uint8Array.of(0xc5, 0xe4, 0xbc, 0xfe, 0x2c, 0x31) // 配件,1
  test.each([['GB18030', gbk], ['UTF-8', new TextEncoder().encode('配件,1')], ['UTF-8 with its mark', new TextEncoder().encode('\uFEFF配件,1')], ['UTF-16', Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([0x914d, 0x4ef6, 0x2c, 0x31]).buffer)])]])(
    '%s', (_name, bytes) => { expect(decodeText(bytes)).toBe('配件,1') })
  test('a page says of itself that it is GBK', () => {
    expect(readSheets(Uint8Array.from([...strToU8('<html><meta charset=gb2312><table><tr><td>'), 0xc5, 0xe4, 0xbc, 0xfe, ...strToU8('</td><td>0012</td></tr></table></html>')]))[0]?.rows).toEqual([['配件', '0012']])
  })
})

describe('files that are not what they seem', () => {
  test.each([['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], ['nothing', new Uint8Array()], ['bytes of a program', Uint8Array.of(1, 2, 0, 3)], ['a zip without a workbook', zipSync({ 'a.txt': strToU8('x') })]])('%s is no table', (_name, bytes) => {
    expect(codeOf(() => readSheets(bytes))).toBe('platform.file-not-a-table')
  })
  test('half a workbook is unreadable', () => { expect(codeOf(() => readSheets(zipSync({ 'xl/workbook.xml': strToU8('<x') }).subarray(0, 60)))).toBe('platform.file-unreadable') })
  test('an archive that would unpack to a thousand times its size is refused before it does', () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(codeOf(() => readSheets(bomb))).toBe('platform.file-unpacks-to-too-much')
  })
})

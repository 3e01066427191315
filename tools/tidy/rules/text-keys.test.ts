import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { textKeysExist } from './text-keys.ts'

const zh = "export const zh = {\n  'stock.bin': '货位',\n  'stock.lot': '批次',\n} as const\n"
const en = "export const en: Record<keyof typeof zh, string> = {\n  'stock.bin': 'Bin',\n  'stock.lot': 'Lot',\n}\n"
const page = "const t = useTexts(stockTexts.zh, stockTexts.en)\nreturn <p>{t('stock.bin')} {t(`stock.${kind}`)} {client.get('/stock')}</p>\n"
const files = { 'src/modules/stock/texts/zh-CN.ts': zh, 'src/modules/stock/texts/en.ts': en, 'src/modules/stock/ui/bins-page.tsx': page }
const found = (change: Record<string, string>): string[] => textKeysExist(aTree({ ...files, ...change })).map(({ sentence }) => sentence)

test('texts that match, and pages that name them, are in order', () => {
  expect(found({})).toEqual([])
})

test('a key of one language alone, a key twice and a key that is no text are found', () => {
  expect(found({ 'src/modules/stock/texts/en.ts': en.replace("  'stock.lot': 'Lot',\n", '') })).toEqual(["'stock.lot' is missing in English."])
  expect(found({ 'src/modules/stock/texts/zh-CN.ts': zh.replace("  'stock.lot': '批次',\n", '') })).toEqual(["'stock.lot' is missing in Chinese."])
  expect(found({ 'src/modules/stock/texts/zh-CN.ts': `${zh}`.replace("'stock.lot'", "'stock.bin'") })).toContain("'stock.bin' stands twice.")
  expect(found({ 'src/modules/stock/ui/bins-page.tsx': page.replace('stock.bin', 'stock.shelf') })).toEqual(["'stock.shelf' is no text."])
})

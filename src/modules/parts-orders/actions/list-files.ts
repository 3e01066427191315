import { lineAmount } from '../../../kernel/money.ts'
import type { Language, Texts } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import type { Cell } from '../../../platform/sheets/cells.ts'
import { listFile, sheetYuan } from '../../../platform/sheets/list-file.ts'
import { optionName } from '../../purchasing/domain/option-name.ts'
import { en as purchasingEn } from '../../purchasing/texts/en.ts'
import { zh as purchasingZh } from '../../purchasing/texts/zh-CN.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { Waiting } from '../contract.ts'
import { isOfGroup, says, toldOf, type PromiseGroup } from '../domain/promises.ts'
import type { PromiseSort, ReorderSort } from '../domain/sorts.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { seePromises, seeReorder, type Order } from './what-to-order.ts'

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': { ...purchasingZh, ...zh }, en: { ...purchasingEn, ...en } }
const say = (language: Language) => (key: keyof typeof zh | keyof typeof purchasingZh): string => texts[language][key] ?? key
const named = (language: Language, { nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string }): string => (language === 'en' && nameEn !== '' ? nameEn : nameZh)

/** The reorder list as a workbook, as it stands now and in the order it is shown (PPL-1.x). */
export async function reorderFile(reading: Reading, { language, ...order }: Order<ReorderSort> & { readonly find?: string | undefined; readonly language: Language }): Promise<OutgoingFile> {
  const t = say(language)
  const { rows } = await seeReorder(reading, order)
  return listFile(reading, {
    title: t('parts-orders.reorder'),
    head: [t('parts-orders.part-number'), t('parts-orders.part'), t('parts-orders.unit'), t('parts-orders.use'), t('parts-orders.on-hand'), t('parts-orders.reserved'), t('parts-orders.on-order'), t('parts-orders.point'), t('parts-orders.up-to'),
      t('parts-orders.proposed'), t('parts-orders.unit-cost'), t('parts-orders.value')],
    rows: rows.map((row) => [row.number, named(language, row), row.unit, row.monthly.join(' '), row.onHand / 1_000, row.reserved / 1_000, row.onOrder / 1_000, row.point / 1_000, row.upTo / 1_000, row.proposed / 1_000, sheetYuan(row.unitCostFen),
      sheetYuan(lineAmount(row.unitCostFen, row.proposed))]),
  })
}

/** A tab of the board of promises as a workbook, as it was searched and sorted; the accident cars' is the daily list of what they lack (PTS-1.x). */
export async function promisesFile(reading: Reading, { group, find, language, ...order }: Order<PromiseSort> & { readonly group: PromiseGroup; readonly find: string; readonly language: Language }): Promise<OutgoingFile> {
  const t = say(language)
  const { rows } = await seePromises(reading, order)
  return listFile(reading, {
    title: group === 'all' ? t('parts-orders.promises') : `${t('parts-orders.promises')} ${t(`parts-orders.promise.${group}`)}`,
    head: [t('parts-orders.request'), t('parts-orders.eta'), t('parts-orders.for-car'), t('parts-orders.for-job'), t('parts-orders.owner'), t('parts-orders.advisor'), t('parts-orders.part-number'), t('parts-orders.part'), t('parts-orders.quantity'), t('parts-orders.unit'),
      t('purchasing.urgency'), t('parts-orders.source'), t('parts-orders.order'), t('parts-orders.told'), t('parts-orders.waits-again'), t('parts-orders.advised'), t('parts-orders.advised-eta'), t('parts-orders.advised-cost')],
    rows: rows.filter((row) => isOfGroup[group](row) && says(row, find)).map((row) => [row.number, row.eta ?? '', showPlate(row.plate), row.orderNumber, row.ownerName || row.customerName, row.advisorName, row.partNumber, named(language, row), row.thousandths / 1_000, row.unit,
      t(`purchasing.urgency.${row.urgency}`), row.onOrder?.supplierName ?? (row.source === null ? '' : [t(`purchasing.source.${row.source}`), row.supplier].filter((part) => part !== '').join(' ')), row.onOrder?.number ?? row.onTransfer?.number ?? '', row.origin === 'hand' ? '' : t(`parts-orders.${toldOf(row)}`),
      row.reason, ...advised(row.advice, language)]),
  })
}

/** How a request that nothing brings yet could come, till when, and at what a piece. */
function advised(advice: Waiting['advice'], language: Language): Cell[] {
  if (advice === null) return ['', '', '']
  const t = say(language)
  return [optionName(advice, language === 'en', (source) => t(`purchasing.source.${source}`)), advice.eta, sheetYuan(advice.unitCostFen)]
}

import { formatFen } from '../../../kernel/money.ts'
import { fill, listIn, type Language } from '../../../kernel/texts.ts'
import { localDay, wallTime } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { sheetTypes, type Cell } from '../../../platform/sheets/cells.ts'
import { writeSheet } from '../../../platform/sheets/write-sheet.ts'
import { findStore } from '../../organisation/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { isPriced } from '../domain/slip.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { seeMonth, seeSlip } from './read-slips.ts'

const textsOf = (language: Language): Record<keyof typeof zh, string> => (language === 'en' ? en : zh)

/** 装箱单 goes with the goods of a sale (WHK-3.3); what the house takes has a slip of its kind, which is picked from and signed (PPL-2.3). */
export async function printSlip(reading: Reading, slipId: string, language: Language): Promise<Printing> {
  const { tx, by, now } = reading
  const slip = await seeSlip(reading, slipId)
  const store = await findStore(tx, by.storeId)
  const t = textsOf(language)
  const named = slip.kind === 'sale' && slip.name === '' ? t['counter.walk-in'] : slip.name
  const isSale = isPriced(slip.kind)
  return printing('packing-list', language, `${slip.number}-packing`, {
    ...letterhead(store, language, localDay(now, store.timeZone)),
    title: slip.kind === 'sale' ? null : t[`counter.paper.${slip.kind}`], receiverLabel: t[`counter.paper-for.${slip.kind}`], number: slip.number, printedAt: printedMoment(now, store.timeZone), kind: t[`counter.kind.${slip.kind}`], receiver: [named, slip.phone].filter((word) => word !== '').join(' '), issuer: slip.issuedByName ?? '',
    reference: [slip.paperNumber, slip.orderNumber, slip.dueOn === null ? '' : fill(`${t['counter.due-on']} {day}`, { day: slip.dueOn })].filter((word) => word !== '').join(' · '),
    shipment: [slip.way === null ? '' : t[`counter.way.${slip.way}`], slip.carrier, slip.waybill, slip.address, slip.outsideFen === 0 ? '' : fill(t['counter.collect'], { amount: formatFen(slip.outsideFen) })].filter((word) => word !== '').join(' · '),
    lines: slip.lines.filter(({ thousandths }) => thousandths > 0).map((line) => ({
      bin: line.lots[0]?.bin ?? '', partNumber: line.partNumber, name: language === 'en' ? line.nameEn : line.nameZh, unit: line.unit, asked: line.thousandths, issued: line.issued === 0 ? null : line.issued - line.returned,
      amount: isSale ? line.amountFen : null,
    })),
    allowance: slip.allowanceFen, total: isSale ? slip.totalFen - slip.returnedFen : null,
  }, slip.orderId)
}

const yuan = (fen: number | null): Cell => (fen === null ? '' : fen / 100)

/** The month's accessories for the sales department, or the cost of consumables by job, as a workbook. */
export async function monthFile(reading: Reading, { language, ...query }: { readonly kind: 'accessory' | 'consumable'; readonly month: string; readonly language: Language }): Promise<OutgoingFile> {
  const { by, now } = reading
  const t = textsOf(language)
  const { rows, amountFen, costFen } = await seeMonth(reading, { params: undefined, query, body: undefined })
  const title = `${t[`counter.kind.${query.kind}`]} ${query.month}`
  const priced = isPriced(query.kind)
  const seesCost = costFen !== null
  const head = [priced ? t['counter.consultant'] : t['counter.month-of'], ...(priced ? [] : [t['counter.who']]), t['counter.slips'], t['counter.numbers'], ...(priced ? [t['counter.amount']] : []), ...(seesCost ? [t['counter.cost']] : [])]
  const line = (first: Cell, who: Cell, slips: number, numbers: string, amount: number, cost: number | null): Cell[] => [first, ...(priced ? [] : [who]), slips, numbers, ...(priced ? [yuan(amount)] : []), ...(seesCost ? [yuan(cost)] : [])]
  const bytes = await writeSheet('xlsx', { name: title, headRows: 2, widths: [26, 16, 40, 14, 14] }, [
    [`${title} · ${by.storeCode} · ${by.name} · ${wallTime(now, by.timeZone).replace('T', ' ')}`], head,
    ...rows.map((row) => line(priced ? listIn(language, row.names) : row.orderId === null ? t['counter.of-month'] : `${showPlate(row.plate)} ${row.orderNumber}`, listIn(language, row.names), row.slips, listIn(language, row.numbers), row.amountFen, row.costFen)),
    line(t['counter.total'], '', rows.reduce((sum, row) => sum + row.slips, 0), '', amountFen, costFen),
  ])
  return { name: `${title} ${by.storeCode}.xlsx`, type: sheetTypes.xlsx, bytes }
}

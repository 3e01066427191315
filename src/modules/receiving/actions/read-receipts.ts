import { found } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { findPartsOrder } from '../../parts-orders/public.ts'
import type { FaultRow, listExpected as expectedRoute, listFaults as faultsRoute, listReceipts as receiptsRoute, ReceiptDetail, ReceiptHead } from '../contract.ts'
import * as faults from '../data/faults.ts'
import * as data from '../data/receipts.ts'
import { waitsForWord } from '../domain/fault.ts'
import { agreedOn } from './statements-port.ts'

const headOf = ({ begunAt, postedAt, papersAt, endedAt, ...receipt }: data.ReceiptData): ReceiptHead => ({ ...receipt, begunAt: begunAt.toISOString(), postedAt: postedAt?.toISOString() ?? null, papersAt: papersAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null })

const faultOf = ({ partId: _, foundAt, reportedAt, closedAt, ...fault }: faults.FaultData, now: Date): FaultRow =>
  ({ ...fault, foundAt: foundAt.toISOString(), reportedAt: reportedAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null, due: waitsForWord({ status: fault.status, foundAt, reportedAt }, now) })

type Page = { readonly after?: string | undefined; readonly limit: number }

export async function listReceipts({ tx, by }: Reading, { group, after, limit }: Page & { readonly group: 'counting' | 'posted' | 'all' }): Promise<AnswerOf<typeof receiptsRoute>> {
  const rows = await data.listReceipts(tx, by.storeId, { group, after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map(headOf), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

export async function listExpected({ tx, by, now }: Reading): Promise<AnswerOf<typeof expectedRoute>> {
  const today = localDay(now, by.timeZone)
  const expected = await data.expectedOrders(tx, by.storeId)
  return {
    rows: expected.map(({ saidAt, saidBy, arrivesOn, dueFen, words, ...row }) => ({
      ...row, late: (arrivesOn ?? row.eta ?? today) < today, word: saidAt === null || arrivesOn === null ? null : { at: saidAt.toISOString(), personName: saidBy ?? '', arrivesOn, dueFen: dueFen ?? 0, words: words ?? '' },
    })),
     drivers: await data.driversOf(tx, by.storeId),
  }
}

export async function listFaults({ tx, by, now }: Reading, { group, after, limit }: Page & { readonly group: 'open' | 'all' }): Promise<AnswerOf<typeof faultsRoute>> {
  const rows = await faults.listFaults(tx, by.storeId, { group, after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map((row) => faultOf(row, now)), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

/** While it is counted, every line of the order that is open; afterwards what was counted. */
export async function seeReceipt(reading: Reading, receiptId: string): Promise<ReceiptDetail> {
  const { tx, by, now } = reading
  const receipt = found(await data.findReceipt(tx, by.storeId, receiptId), 'receipt')
  const counts = new Map((await data.countsOf(tx, by.storeId, receiptId)).map((count) => [count.lineId, count]))
  const lines = (await findPartsOrder(reading, receipt.orderId)).lines.filter(({ id, openThousandths }) => counts.has(id) || (receipt.status === 'counting' && openThousandths > 0))
  const partIds = lines.map(({ partId }) => partId)
  const places = new Map((await data.usualPlaces(tx, by.storeId, partIds)).map(({ partId, placeId }) => [partId, placeId]))
  const barcodes = Map.groupBy(await data.barcodesOf(tx, partIds), ({ partId }) => partId)
  return {
    ...headOf(receipt), agreedOn: await agreedOn(tx, by.storeId, receiptId), faults: (await faults.faultsOfReceipt(tx, by.storeId, receiptId)).map((row) => faultOf(row, now)),
    lines: lines.map(({ id, partId, partNumber, nameZh, nameEn, unit, openThousandths, requestId }) => {
      const count = counts.get(id)
      return {
        lineId: id, partId, partNumber, nameZh, nameEn, unit, open: openThousandths, forCar: requestId !== null, usualPlaceId: places.get(partId) ?? null, barcodes: (barcodes.get(partId) ?? []).map(({ barcode }) => barcode),
        count: count === undefined ? null : { noted: count.noted, counted: count.counted, damaged: count.damaged, wrong: count.wrong, words: count.words, placeId: count.placeId, booked: count.booked },
      }
    }),
  }
}

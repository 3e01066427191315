import { addDays, localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { RequestData, SourceOffer } from '../../purchasing/public.ts'
import { daysBetween } from '../data/calendar.ts'
import { payersOfRequests } from '../data/lines.ts'
import { listSuppliers } from '../data/suppliers.ts'
import { nextOrderDay } from '../domain/calendar.ts'
import { depositFor, placeable } from '../domain/kinds.ts'
import { salesOf } from './sales-port.ts'
import { sourcePriceFor, sourcePricesOf } from './source-prices-port.ts'
import { kindsOf } from './suppliers.ts'

const daysAhead = 92

/**
 * For who chooses where parts come from: each kind of order that can be placed, with its day. Outside suppliers that an inquiry chose for the part stand with the price and the days that they said;
 * where none was, the kind of order outside stands alone.
 */
export async function offersFor(reading: Reading, requests: readonly RequestData[]): Promise<(request: RequestData) => readonly SourceOffer[]> {
  const { tx, by, now } = reading
  const today = localDay(now, by.timeZone)
  const days = await daysBetween(tx, by.storeId, today, addDays(today, daysAhead))
  const kinds = placeable(await kindsOf(reading), (code) => nextOrderDay(days, code, today), today)
  const outside = (await listSuppliers(tx, by.storeId)).filter(({ kind, active }) => kind === 'outside' && active)
  const quoted = Map.groupBy(await sourcePricesOf(tx, by.storeId, outside.map(({ id }) => id), [...new Set(requests.map(({ partNumber }) => partNumber))]), ({ partNumber }) => partNumber)
  const payers = new Map((await payersOfRequests(tx, by.storeId, requests.map(({ lineId }) => lineId))).map(({ lineId, payer }) => [lineId, payer]))
  const sales = new Map((await salesOf(reading, requests)).map((sale) => [sale.slipId, sale]))
  return ({ partNumber, lineId, origin, orderId }) => kinds.flatMap(({ kind, orderOn, eta }) => {
    const { code, nameZh, nameEn, source, pricePercent, needsJob, depositPercent } = kind
    const sale = origin === 'sale' ? sales.get(orderId) : undefined
    const deposit = sale === undefined || !needsJob || depositPercent === 0 ? null : { percent: depositPercent, neededFen: depositFor(kind, sale.priceFen), heldFen: sale.depositFen }
    const plain: SourceOffer = { source, code, nameZh, nameEn, supplier: '', orderOn, eta, pricePercent, quotedFen: null, needsJob, deposit }
    const prices = source === 'outside' ? quoted.get(partNumber) ?? [] : []
    const said = [...Map.groupBy(prices, ({ supplierId }) => supplierId)].flatMap(([supplierId, own]) => {
      const price = sourcePriceFor(own, partNumber, payers.get(lineId))
      return price === null ? [] : [{ ...plain, supplier: outside.find(({ id }) => id === supplierId)?.name ?? '', eta: addDays(orderOn, price.days), quotedFen: price.unitFen }]
    })
    return said.length > 0 ? said : [plain]
  })
}

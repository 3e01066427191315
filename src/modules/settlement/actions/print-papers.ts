import { found, invariant, refuseIf } from '../../../kernel/refusal.ts'
import { fill, type Language } from '../../../kernel/texts.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { DocumentData } from '../../../platform/print/documents.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findParts } from '../../catalogue/public.ts'
import { findStore } from '../../organisation/public.ts'
import { findOrder, findReception, listLines } from '../../repair-orders/public.ts'
import { ownHours } from '../../repair-orders/domain/lines.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { usedIn } from '../data/deposits.ts'
import { findDelivery, paymentsOf } from '../data/payments.ts'
import { findStatement, linesOfStatement, type StatementLineData } from '../data/statements.ts'
import { whyNotRemind } from '../domain/statement.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** Net and tax by rate, as the tax office reads them. */
function taxesOf(lines: readonly StatementLineData[]): DocumentData['settlement-statement']['taxes'] {
  return [...new Set(lines.map(({ vatPercent }) => vatPercent))].map((ratePercent) => {
    const own = lines.filter(({ vatPercent }) => vatPercent === ratePercent)
    return { ratePercent, net: own.reduce((sum, { netFen }) => sum + netFen, 0), tax: own.reduce((sum, { taxFen }) => sum + taxFen, 0) }
  })
}

/** 结算单, one per payer. */
export async function printStatement({ tx, by, now }: Reading, statementId: string, language: Language): Promise<Printing> {
  const statement = found(await findStatement(tx, by.storeId, statementId), 'statement')
  const order = found(await findOrder(tx, by.storeId, statement.orderId), 'repair order')
  const reception = await findReception(tx, by.storeId, order.id)
  const lines = await linesOfStatement(tx, by.storeId, statementId)
  const paid = await paymentsOf(tx, by.storeId, statementId)
  const depositFen = await usedIn(tx, by.storeId, statementId)
  const store = await findStore(tx, by.storeId)
  const t = language === 'en' ? en : zh
  const nameOf = ({ nameZh, nameEn, lineAmountFen }: StatementLineData) => (language === 'en' ? nameEn : nameZh) + (lineAmountFen === null ? '' : fill(t['settlement.part-of'], { whole: (lineAmountFen / 100).toFixed(2) }))
  const discountOf = ({ discountFen, lineAmountFen }: StatementLineData) => (lineAmountFen === null ? discountFen : 0) // a part of a line is what is left after its discount
  const moment = (at: Date | null) => printedMoment(at, store.timeZone)
  const openFen = statement.totalFen - statement.paidFen
  return printing('settlement-statement', language, statement.number, {
    ...letterhead(store, language, localDay(statement.at, store.timeZone)), number: statement.number, orderNumber: statement.orderNumber, printedAt: moment(now), advisor: order.advisorName,
    payer: t[`settlement.payer.${statement.payer}`], payerName: statement.payerName, car: { plate: showPlate(statement.plate), vin: reception?.vin ?? '', model: order.modelName },
    arrivedAt: moment(order.arrivedAt), leavesAt: moment(statement.at), mileageKm: reception?.mileageKm ?? 0,
    labour: lines.filter(({ kind }) => kind !== 'part').map((line) => ({ code: line.code, name: nameOf(line), ...ownHours(line), amount: line.amountFen + discountOf(line) })),
    parts: lines.filter(({ kind }) => kind === 'part').map((line) => ({ number: line.code, name: nameOf(line), quantity: line.quantityThousandths, unit: line.unit, price: line.unitPriceFen, amount: line.amountFen })),
    discounts: lines.filter((line) => discountOf(line) > 0).map((line) => ({ name: nameOf(line), amount: -discountOf(line) })),
    allowance: -statement.allowanceFen, allowanceWords: statement.allowanceFen === 0 ? '' : fill(t['settlement.allowance-by'], { reason: statement.allowanceReason ?? '', name: statement.grantedByName ?? statement.personName }), net: statement.netFen, taxes: taxesOf(lines), total: statement.totalFen, payments: [...depositFen === 0 ? [] : [{ way: t['settlement.deposit-used-sum'], receipt: '', amount: depositFen }], ...paid.map(({ way, number, amountFen }) => ({ way: t[`settlement.way.${way}`], receipt: number, amount: amountFen }))], paid: statement.paidFen, credit: statement.creditDueOn === null ? 0 : openFen, due: statement.creditDueOn === null ? openFen : 0,
  }, order.id)
}

/** The oil that was filled in, by the name of its part; empty where none was. */
async function oilOf(tx: Tx, storeId: string, orderId: string, language: Language): Promise<string> {
  const lines = await listLines(tx, storeId, orderId)
  const parts = await findParts(tx, lines.flatMap(({ partId }) => partId ?? []))
  const oil = parts.find(({ category, nameZh }) => category === 'fluid' && nameZh.includes('机油'))
  return (language === 'en' ? oil?.nameEn : oil?.nameZh) ?? ''
}

/** 保养提醒卡: the label that is stuck into the car at delivery. */
export async function printReminder({ tx, by }: Reading, orderId: string, language: Language): Promise<Printing> {
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const delivery = await findDelivery(tx, by.storeId, orderId)
  refuseIf(whyNotRemind(delivery))
  invariant(delivery !== null, 'a reminder without a delivery')
  const reception = await findReception(tx, by.storeId, orderId)
  const store = await findStore(tx, by.storeId)
  return printing('reminder-card', language, `${order.number}-reminder`, {
    ...letterhead(store, language, localDay(delivery.at, store.timeZone)), plate: showPlate(order.plate), nextDate: delivery.nextServiceOn ?? '', nextKm: delivery.nextServiceKm,
    lastDate: localDay(delivery.at, store.timeZone), lastKm: reception?.mileageKm ?? 0, oilGrade: await oilOf(tx, by.storeId, orderId, language), advisor: order.advisorName, advisorPhone: store.phone,
  }, order.id)
}

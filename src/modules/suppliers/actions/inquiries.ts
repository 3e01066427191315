import { found, refuse, refuseIf, refuseStale, Refusal } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { normalPartNumber } from '../../catalogue/domain/part-number.ts'
import type { listInquiries as listRoute, listSourcePrices as pricesRoute, seeInquiry as seeRoute } from '../contract.ts'
import * as data from '../data/inquiries.ts'
import { findSuppliers } from '../data/statements.ts'
import { whyNotAnswer, whyNotAsk, whyNotChoose, whyNotDrop, type RepairKind } from '../domain/inquiry.ts'

export type InquiryWish = {
  readonly about: string; readonly kinds: readonly RepairKind[]; readonly supplierIds: readonly string[]
  readonly lines: readonly { readonly partNumber: string; readonly name: string; readonly thousandths: number }[]
}
type Seen = { readonly inquiryId: string; readonly version: number }

/** Several suppliers are asked for the same parts at once (PTS-2.1). */
export async function askInquiry(deed: Deed, wish: InquiryWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const suppliers = await findSuppliers(tx, by.storeId, wish.supplierIds)
  for (const id of wish.supplierIds) found(suppliers.find((supplier) => supplier.id === id), 'supplier')
  const lines = wish.lines.map((line) => ({ ...line, id: deed.newId() }))
  const kinds = [...new Set(wish.kinds)]
  refuseIf(whyNotAsk({ kinds, partNumbers: lines.map(({ partNumber }) => partNumber), suppliers }))
  const inquiry = { id: deed.newId(), number: await nextNumber(deed, 'SI'), about: wish.about, kinds, askedAt: now, askedByName: by.name }
  await data.insertInquiry(tx, by.storeId, inquiry)
  await data.insertLines(tx, by.storeId, inquiry.id, lines)
  await data.insertAsked(tx, by.storeId, inquiry.id, suppliers)
  deed.record({ subject: 'supplier-inquiry', subjectId: inquiry.id, after: { ...inquiry, lines, suppliers: suppliers.map(({ name }) => name) } })
  deed.announce({ event: 'supplier-inquiry.asked', subjectId: inquiry.id, facts: { number: inquiry.number, about: wish.about } })
  return { id: inquiry.id, number: inquiry.number, version: 1 }
}

async function lockSeen({ tx, by }: Deed, { inquiryId, version }: Seen): Promise<data.InquiryData> {
  const inquiry = found(await data.lockInquiry(tx, by.storeId, inquiryId), 'inquiry')
  refuseStale(inquiry.version, version)
  return inquiry
}

function said(deed: Deed, inquiry: data.InquiryData, event: string, after: object): { version: number } {
  deed.record({ subject: 'supplier-inquiry', subjectId: inquiry.id, before: { status: inquiry.status }, after })
  deed.announce({ event: `supplier-inquiry.${event}`, subjectId: inquiry.id })
  return { version: inquiry.version + 1 }
}

type Price = { readonly lineId: string; readonly kind: RepairKind; readonly unitFen: number; readonly days: number }

/** What a supplier said, by phone or on paper; said anew, it takes the place of what he said before. */
export async function answerInquiry(deed: Deed, { supplierId, prices, words, ...seen }: Seen & { readonly supplierId: string; readonly prices: readonly Price[]; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const inquiry = await lockSeen(deed, seen)
  const [lines, suppliers] = await Promise.all([data.linesOf(tx, by.storeId, inquiry.id), data.suppliersOf(tx, by.storeId, inquiry.id)])
  const supplier = found(suppliers.find((one) => one.supplierId === supplierId), 'supplier')
  for (const { lineId } of prices) found(lines.find(({ id }) => id === lineId), 'line')
  const cells = new Map(prices.map((price) => [`${price.lineId} ${price.kind}`, price]))
  refuseIf(whyNotAnswer({ status: inquiry.status, prices, words, kinds: inquiry.kinds }))
  await data.deleteQuotes(tx, by.storeId, inquiry.id, supplierId)
  if (cells.size > 0) await data.insertQuotes(tx, by.storeId, inquiry.id, supplierId, [...cells.values()])
  await data.writeAnswered(tx, by.storeId, inquiry.id, { supplierId, at: now, byName: by.name, words })
  await data.touchInquiry(tx, by.storeId, inquiry.id)
  return said(deed, inquiry, 'answered', { supplier: supplier.supplierName, prices, words })
}

type Choice = { readonly lineId: string; readonly kind: RepairKind; readonly supplierId: string }

/** Who delivers what for which kind of repair; what was chosen is the source's price from now on. */
export async function chooseQuotes(deed: Deed, { choices, words, ...seen }: Seen & { readonly choices: readonly Choice[]; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const inquiry = await lockSeen(deed, seen)
  const [quotes, lines, suppliers] = await Promise.all([data.quotesOf(tx, by.storeId, inquiry.id), data.linesOf(tx, by.storeId, inquiry.id), data.suppliersOf(tx, by.storeId, inquiry.id)])
  const chosen = choices.map((choice) => quotes.find((quote) => quote.lineId === choice.lineId && quote.kind === choice.kind && quote.supplierId === choice.supplierId) ?? refuse(new Refusal('suppliers.not-quoted')))
  refuseIf(whyNotChoose({ status: inquiry.status, choices: chosen, quotes, answers: suppliers.filter(({ answeredAt }) => answeredAt !== null).length, words }))
  await data.markChosen(tx, by.storeId, inquiry.id, chosen)
  await data.insertPrices(tx, by.storeId, { inquiryId: inquiry.id, at: now, personName: by.name }, chosen.map((quote) => {
    const line = found(lines.find(({ id }) => id === quote.lineId), 'line')
    const supplierName = found(suppliers.find(({ supplierId }) => supplierId === quote.supplierId), 'supplier').supplierName
    return { id: deed.newId(), partNumber: line.partNumber, name: line.name, kind: quote.kind, supplierId: quote.supplierId, supplierName, unitFen: quote.unitFen, days: quote.days }
  }))
  await data.endInquiry(tx, by.storeId, { id: inquiry.id, status: 'decided', at: now, byName: by.name, words })
  return said(deed, inquiry, 'decided', { chosen, words })
}

export async function dropInquiry(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const inquiry = await lockSeen(deed, seen)
  refuseIf(whyNotDrop(inquiry.status))
  await data.endInquiry(tx, by.storeId, { id: inquiry.id, status: 'dropped', at: now, byName: by.name, words: reason })
  return said(deed, inquiry, 'dropped', { status: 'dropped', reason })
}

export async function listInquiries({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const listed = await data.listInquiries(tx, by.storeId, { group: query.group, find: query.find, after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map(({ endedAt: _, endedByName: _name, words: _words, askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() }))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

export async function seeInquiry({ tx, by }: Reading, inquiryId: string): Promise<AnswerOf<typeof seeRoute>> {
  const inquiry = found(await data.findInquiry(tx, by.storeId, inquiryId), 'inquiry')
  const [lines, suppliers, quotes] = await Promise.all([data.linesOf(tx, by.storeId, inquiryId), data.suppliersOf(tx, by.storeId, inquiryId), data.quotesOf(tx, by.storeId, inquiryId)])
  const before = (await data.latestPrices(tx, by.storeId, lines.map(({ partNumber }) => partNumber))).filter((price) => price.inquiryId !== inquiryId)
  return {
    ...inquiry, askedAt: inquiry.askedAt.toISOString(), endedAt: inquiry.endedAt?.toISOString() ?? null, lines, quotes, suppliers: suppliers.map((one) => ({ ...one, answeredAt: one.answeredAt?.toISOString() ?? null })),
    asked: suppliers.length, answered: suppliers.filter(({ answeredAt }) => answeredAt !== null).length, before: before.map(({ id: _, at, ...price }) => ({ ...price, at: at.toISOString() })),
  }
}

export async function listSourcePrices({ tx, by }: Reading, { query }: InputOf<typeof pricesRoute>): Promise<AnswerOf<typeof pricesRoute>> {
  return { rows: (await data.latestPrices(tx, by.storeId, [normalPartNumber(query.partNumber)])).map(({ id: _, at, ...price }) => ({ ...price, at: at.toISOString() })) }
}

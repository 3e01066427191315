import { may } from '../../../kernel/actor.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { findPatterns } from '../../catalogue/domain/find-text.ts'
import { findPartByBarcode, findParts } from '../../catalogue/public.ts'
import type { listPartMoves as movesRoute, listPlaces as placesRoute, listStock as listRoute, seePartStock as seeRoute, seeStockValue as valueRoute, StockRow } from '../contract.ts'
import { listMoves } from '../data/moves.ts'
import * as data from '../data/overview.ts'
import { listPlaces as placesOf } from '../data/places.ts'
import { markOf, textOf } from '../domain/list-order.ts'
import { stockPermissions } from '../permissions.ts'

async function withParts({ tx, by }: Reading, rows: readonly data.StockRow[]): Promise<StockRow[]> {
  const parts = new Map((await findParts(tx, rows.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const seesCost = may(by, stockPermissions.seeCost.permission)
  return rows.map(({ valueFen, ...row }) => {
    const { number, nameZh, nameEn, unit } = found(parts.get(row.partId), 'part')
    return { ...row, number, nameZh, nameEn, unit, free: row.onHand - row.reserved, valueFen: seesCost ? valueFen : null }
  })
}

/** Cost is a field of its own right: the serializer leaves it out for who may not see it. */
export async function listStock(reading: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const patterns = findPatterns(query.find ?? '')
  const barcodeOf = patterns.length === 0 ? null : await findPartByBarcode(tx, query.find ?? '')
  const filter = { patterns, barcodeOf, limit: query.limit + 1 }
  if (query.sort !== 'number') {
    refuseIf(query.sort === 'value' && !may(by, stockPermissions.seeCost.permission) ? new Refusal('stock.value-not-seen') : null)
    const sorted = await data.listStockBy(tx, by.storeId, { ...filter, sort: query.sort, after: markOf(query.after) })
    const shown = sorted.slice(0, query.limit)
    const last = shown.at(-1)
    return { rows: await withParts(reading, shown.map(({ amount: _, ...row }) => row)), next: sorted.length > query.limit && last !== undefined ? textOf(last) : null }
  }
  const rows = await data.listStock(tx, by.storeId, { ...filter, after: query.after ?? null })
  const page = rows.slice(0, query.limit)
  return { rows: await withParts(reading, page), next: rows.length > query.limit ? (page.at(-1)?.number ?? null) : null }
}

export const seeStockValue = ({ tx, by }: Reading): Promise<AnswerOf<typeof valueRoute>> => data.valueOfStock(tx, by.storeId)

export async function seePartStock(reading: Reading, partId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by } = reading
  const seesCost = may(by, stockPermissions.seeCost.permission)
  const row = await data.findStock(tx, by.storeId, partId)
  const [part] = await withParts(reading, [row ?? { partId, onHand: 0, quarantined: 0, reserved: 0, valueFen: 0 }])
  const lots = await data.lotsOfPart(tx, by.storeId, partId)
  return {
    part: found(part, 'part'),
    lots: lots.map(({ costFen, receivedThousandths: received, ...lot }) => ({ ...lot, received, costFen: seesCost ? costFen : null })),
  }
}

export async function listPartMoves({ tx, by }: Reading, { query }: InputOf<typeof movesRoute>): Promise<AnswerOf<typeof movesRoute>> {
  const seesCost = may(by, stockPermissions.seeCost.permission)
  const moves = await listMoves(tx, by.storeId, query.partId, query.after ?? null, query.limit + 1)
  const rows = moves.slice(0, query.limit).map((move) => ({
    id: move.id, at: move.at.toISOString(), from: move.fromCode, to: move.toCode, fromKind: move.fromKind, toKind: move.toKind, receivedOn: move.receivedOn,
    thousandths: move.thousandths, costFen: seesCost ? move.costFen : null, document: move.document, reason: move.reason, takesBack: move.takesBack,
    mayBeTakenBack: (move.fromKind === 'supplier' || move.fromKind === 'opening') && !move.takenBack,
  }))
  return { rows, next: moves.length > query.limit ? (rows.at(-1)?.id ?? null) : null }
}

export const listPlaces = async ({ tx, by }: Reading): Promise<AnswerOf<typeof placesRoute>> => ({ rows: await placesOf(tx, by.storeId) })

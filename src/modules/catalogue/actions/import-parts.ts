import { Refusal } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import * as data from '../data/import-parts.ts'
import { insertBarcodes, insertPrices, insertUnits, type PriceData, type UnitData } from '../data/part-details.ts'
import { insertParts, listSuccessors, type NewPart, type PartData } from '../data/parts.ts'
import { planPrice, type PricePlan } from '../domain/import-price.ts'
import type { PartCategory } from '../domain/kinds.ts'
import { priceKinds } from '../domain/payers.ts'
import { whyNotSupersede } from '../domain/why-not-supersede.ts'
import { searchable } from './maintain-parts.ts'

export type ImportedPrices = { readonly capFen: number | null; readonly retailFen: number | null; readonly claimFen: number | null; readonly validFrom: string | null }

/** Null is an empty cell: what is known stays. */
export type ImportedPart = ImportedPrices & {
  readonly line: number; readonly number: string; readonly nameZh: string; readonly nameEn: string | null; readonly unit: string; readonly packThousandths: number | null
  readonly category: PartCategory | null; readonly barcodes: readonly string[] | null; readonly otherUnit: string | null; readonly otherUnitThousandths: number | null
  readonly successor: string | null; readonly successorInFile?: boolean; readonly active: 'yes' | 'no' | null
}
export type ImportedPrice = ImportedPrices & { readonly line: number; readonly number: string }

type Known = {
  readonly parts: ReadonlyMap<string, PartData>; readonly barcodeOf: ReadonlyMap<string, string>
  readonly units: ReadonlyMap<string, readonly UnitData[]>; readonly prices: ReadonlyMap<string, readonly PriceData[]>
}

type Change = {
  readonly line: number; readonly row: ImportedPart; readonly before: PartData | null; readonly part: Omit<NewPart, 'initials' | 'findText'> & { active: boolean }; readonly partDiffers: boolean
  readonly barcodes: readonly string[]; readonly unit: UnitData | null; readonly prices: readonly PricePlan[]
}

const grouped = <Row extends { partId: string }>(rows: readonly Row[]): Map<string, Row[]> => Map.groupBy(rows, ({ partId }) => partId)

async function known(tx: Tx, numbers: readonly string[], barcodes: readonly string[]): Promise<Known> {
  const parts = await data.partsByNumber(tx, numbers)
  const ids = parts.map(({ id }) => id)
  const around = await data.barcodesAround(tx, ids, barcodes)
  return {
    parts: new Map(parts.map((part) => [part.number, part])), barcodeOf: new Map(around.map(({ barcode, number }) => [barcode, number])),
    units: grouped(await data.unitsOf(tx, ids)), prices: grouped(await data.pricesOf(tx, ids)),
  }
}

/** What would become of each line, and nothing written: for the preview. */
export async function judgeParts({ tx, by, now }: Reading, rows: readonly ImportedPart[]): Promise<ImportOutcome[]> {
  return (await planParts(tx, rows, localDay(now, by.timeZone), () => '')).outcomes
}

/** Many parts in a handful of statements. Lines that are refused are left out; the others all happen. Announces part.imported. */
export async function importParts(deed: Deed, rows: readonly ImportedPart[], importId: string): Promise<ImportOutcome[]> {
  const { tx, by, now } = deed
  await data.lockPartsByNumber(tx, rows.map(({ number }) => number))
  const { outcomes, changes } = await planParts(tx, rows, localDay(now, by.timeZone), () => deed.newId())
  const added = changes.filter(({ before }) => before === null)
  const changed = changes.filter(({ before, partDiffers }) => before !== null && partDiffers)
  const whole = ({ part }: Change) => ({ ...part, ...searchable(part) })
  if (added.length > 0) await insertParts(tx, added.map(whole))
  const named = [...changed, ...added.filter(({ part }) => !part.active)]
  if (named.length > 0) await data.updateParts(tx, named.map(whole))
  const barcodes = changes.flatMap(({ part, barcodes: codes }) => codes.map((barcode) => ({ partId: part.id, barcode })))
  if (barcodes.length > 0) await insertBarcodes(tx, barcodes)
  const units = changes.flatMap(({ part, unit }) => (unit === null ? [] : [{ partId: part.id, ...unit }]))
  if (units.length > 0) {
    await data.deleteUnitsNamed(tx, units)
    await insertUnits(tx, units)
  }
  await writePrices(tx, changes.map(({ part, prices }) => ({ partId: part.id, prices })))
  signed(deed, importId, outcomes)
  return outcomes
}

function signed(deed: Deed, importId: string, outcomes: readonly ImportOutcome[]): void {
  const facts = { added: countOf(outcomes, 'new'), changed: countOf(outcomes, 'changed') }
  deed.record({ subject: 'part-import', subjectId: importId, after: facts })
  deed.announce({ event: 'part.imported', subjectId: importId, facts })
}

async function writePrices(tx: Tx, planned: readonly { partId: string; prices: readonly PricePlan[] }[]): Promise<void> {
  const all = planned.flatMap(({ partId, prices }) => prices.map((price) => ({ partId, ...price })))
  const ended = all.flatMap(({ partId, kind, ends }) => (ends === null ? [] : [{ partId, kind, ...ends }]))
  if (ended.length > 0) await data.endPrices(tx, ended)
  if (all.length > 0) await insertPrices(tx, all.map(({ partId, kind, validFrom, priceFen }) => ({ partId, kind, validFrom, validUntil: null, priceFen })))
}

async function planParts(tx: Tx, rows: readonly ImportedPart[], today: string, newId: () => string): Promise<{ outcomes: ImportOutcome[]; changes: Change[] }> {
  const numbers = rows.flatMap(({ number, successor }) => (successor === null ? [number] : [number, successor]))
  const facts = await known(tx, numbers, rows.flatMap(({ barcodes }) => barcodes ?? []))
  const idOf = new Map([...facts.parts.values()].map(({ number, id }) => [number, id]))
  const outcomes: ImportOutcome[] = []
  const changes: Change[] = []
  for (const row of rows) {
    const judged = await judgeRow(tx, facts, row, { today, idOf, newId })
    if ('result' in judged) outcomes.push(judged)
    else {
      const differs = judged.partDiffers || judged.barcodes.length > 0 || judged.unit !== null || judged.prices.length > 0
      outcomes.push({ line: row.line, result: judged.before === null ? 'new' : differs ? 'changed' : 'unchanged' })
      idOf.set(row.number, judged.part.id)
      if (differs) changes.push(judged)
    }
  }
  return { outcomes, changes }
}

type Helpers = { readonly today: string; readonly idOf: ReadonlyMap<string, string>; readonly newId: () => string }

async function judgeRow(tx: Tx, facts: Known, row: ImportedPart, { today, idOf, newId }: Helpers): Promise<Change | ImportOutcome> {
  const before = facts.parts.get(row.number) ?? null
  const successorId = row.successor === null ? before?.supersededBy ?? null : idOf.get(row.successor) ?? null
  if (row.successor !== null) {
    if (successorId === null && row.successorInFile !== true) return refusedLine(row.line, 'successor', new Refusal('catalogue.unknown-part', { number: row.successor }))
    const circle = before === null || successorId === null || successorId === before.supersededBy ? null : whyNotSupersede(before, [{ id: successorId }, ...await listSuccessors(tx, successorId)])
    if (circle !== null) return refusedLine(row.line, 'successor', circle)
  }
  const taken = (row.barcodes ?? []).find((barcode) => (facts.barcodeOf.get(barcode) ?? row.number) !== row.number)
  if (taken !== undefined) return refusedLine(row.line, 'barcodes', new Refusal('catalogue.barcode-taken', { barcode: taken, number: facts.barcodeOf.get(taken) ?? '' }))
  const prices = planPrices(before === null ? [] : facts.prices.get(before.id) ?? [], row, today)
  if ('result' in prices) return prices
  const part = {
    id: before?.id ?? newId(), number: row.number, nameZh: row.nameZh, nameEn: row.nameEn ?? before?.nameEn ?? row.nameZh, unit: row.unit,
    packThousandths: row.packThousandths ?? before?.packThousandths ?? 1_000, category: row.category ?? before?.category ?? 'consumable',
    supersededBy: successorId, active: row.active === null ? before?.active ?? true : row.active === 'yes',
  }
  const fields = ['nameZh', 'nameEn', 'unit', 'packThousandths', 'category', 'supersededBy', 'active'] as const
  const partDiffers = before === null || (row.successor !== null && successorId === null) || fields.some((field) => before[field] !== part[field])
  return {
    line: row.line, row, before, part, partDiffers, prices, unit: newUnit(before === null ? [] : facts.units.get(before.id) ?? [], row),
    barcodes: (row.barcodes ?? []).filter((barcode) => !facts.barcodeOf.has(barcode)),
  }
}

const newUnit = (units: readonly UnitData[], { otherUnit, otherUnitThousandths }: ImportedPart): UnitData | null =>
  (otherUnit === null || otherUnitThousandths === null || units.some(({ unit, factorThousandths }) => unit === otherUnit && factorThousandths === otherUnitThousandths)
    ? null : { unit: otherUnit, factorThousandths: otherUnitThousandths })

const priceField = { cap: 'capFen', retail: 'retailFen', claim: 'claimFen' } as const

function planPrices(before: readonly PriceData[], row: ImportedPrices & { line: number }, today: string): PricePlan[] | ImportOutcome {
  const plans: PricePlan[] = []
  for (const kind of priceKinds) {
    const fen = row[priceField[kind]]
    if (fen === null) continue
    const plan = planPrice(before, kind, fen, row.validFrom ?? today)
    if (plan instanceof Refusal) return refusedLine(row.line, priceField[kind], plan)
    if (plan !== null) plans.push(plan)
  }
  return plans
}

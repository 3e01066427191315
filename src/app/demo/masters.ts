import { uuidv7 } from '../../kernel/ids.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import { fillCatalogue, fillPackages, fillStoreRates } from '../../modules/catalogue/public.ts'
import { fillCustomers } from '../../modules/customers/public.ts'
import { fillVehicles } from '../../modules/vehicles/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'
import { demoModels, demoOperations, operationsOfModels, type DemoOperation } from './masters-operations.ts'
import { demoParts, moreParts, type DemoPart } from './masters-parts.ts'
import { demoPackages } from './masters-packages.ts'
import { inventVehicles, type DemoVehicle } from './masters-vehicles.ts'

export type MastersStore = {
  readonly storeId: string
  readonly vehicles: number
  /** Three digits after 199, so that no two stores share a phone. */
  readonly phoneBlock: string
  /** Who read the mileages. */
  readonly reader: { readonly id: string; readonly name: string }
}

export type MastersWish = {
  readonly stores: readonly MastersStore[]; readonly timeZone: string; readonly chance: Chance; readonly now: Date
  /** Rows of the parts master and of the labour catalogue; only the base when left out. */
  readonly parts?: number; readonly operationsPerModel?: boolean
  /** Cars were known before this moment; visits after it are the history's own. */
  readonly knownUntil?: Date
}

/** What other demo code builds upon. Prices are fen, VAT included; the claim price is about 70 % of the cap. */
export type Masters = {
  readonly models: readonly { readonly id: string; readonly code: string }[]
  readonly operations: readonly (DemoOperation & { readonly id: string })[]
  readonly parts: readonly (DemoPart & { readonly id: string; readonly retailFen: number; readonly claimFen: number })[]
  readonly vehiclesOf: ReadonlyMap<string, readonly DemoVehicle[]>
}

/** The catalogue once for the group, then rates, customers and cars of each store; set-based, so that a first start stays quick. */
export async function loadMasters(database: Database, wish: MastersWish): Promise<Masters> {
  const { stores, timeZone, chance, now } = wish
  const newId = () => uuidv7(now, chance.bytes)
  const today = localDay(now, timeZone)
  const models = demoModels.map((model) => ({ ...model, id: newId() }))
  const operations = [...demoOperations, ...(wish.operationsPerModel === true ? operationsOfModels() : [])].map((operation) => ({ ...operation, id: newId() }))
  const parts = [...demoParts, ...moreParts((wish.parts ?? 0) - demoParts.length)].map((part) => ({ ...part, id: newId(), retailFen: roundedToTenth(part.capFen * 1.05), claimFen: roundedToTenth(part.capFen * 0.7) }))
  const [first] = stores
  if (first === undefined) throw new RangeError('masters need a store')
  const idOfModel = new Map<string, string>(models.map(({ code, id }) => [code, id]))
  for (const [index, some] of inPieces(withSuccessors(parts), 2_500).entries()) {
    await database.transaction([first.storeId], (tx) => fillCatalogue(tx, {
      models: index === 0 ? models : [], operations: index === 0 ? operations.map(({ modelCode, ...operation }) => ({ ...operation, modelId: idOfModel.get(modelCode ?? '') ?? null })) : [],
      parts: some, barcodes: some.map(({ id: partId }, place) => ({ partId, barcode: `6900000${String(100_000 + index * 2_500 + place)}` })),
      units: some.filter(({ number }) => number.startsWith('OIL')).map(({ id: partId }) => ({ partId, unit: '桶', factorThousandths: 200_000 })),
      prices: parts.slice(index * 2_500, index * 2_500 + 2_500).flatMap((part) => pricesOf(part, today)),
    }))
  }
  await database.transaction([first.storeId], (tx) => fillPackages(tx, demoPackages({ models, operations, parts, newId })))
  const vehiclesOf = new Map<string, readonly DemoVehicle[]>()
  for (const store of stores) {
    const { customers, vehicles, readings, known } = inventVehicles({
      chance, now: wish.knownUntil ?? now, timeZone, modelIds: models.map(({ id }) => id), count: store.vehicles, phoneBlock: store.phoneBlock, reader: store.reader,
    })
    await database.transaction([store.storeId], (tx) => fillStoreRates(tx, store.storeId, ratesOf(addDays(today, -800), newId)))
    for (const some of inPieces(customers, 2_000)) await database.transaction([store.storeId], (tx) => fillCustomers(tx, store.storeId, some))
    for (const some of inPieces(vehicles, 2_000)) await database.transaction([store.storeId], (tx) => fillVehicles(tx, store.storeId, some, []))
    for (const some of inPieces(readings, 4_000)) await database.transaction([store.storeId], (tx) => fillVehicles(tx, store.storeId, [], some))
    vehiclesOf.set(store.storeId, known)
  }
  return { models, operations, parts, vehiclesOf }
}

/** A request of ours may take five seconds; so does a statement of the loader. */
const inPieces = <T>(rows: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, index * size + size))

const roundedToTenth = (fen: number): number => Math.round(fen / 10) * 10

export type PricedPart = Masters['parts'][number]

/** Two filters had a predecessor of the last series. */
const successorOf = new Map([['YL5-1012', 'YL7-1012'], ['YL5-1109', 'YL7-1109'], ['YL7-1012', 'YS6-1012']])

/** Part of a chain of supersession: which of its numbers a line uses depends on the shelves of that moment. */
export const isChained = (number: string): boolean => successorOf.has(number) || [...successorOf.values()].includes(number)

function withSuccessors(parts: readonly PricedPart[]) {
  const idOf = new Map(parts.map(({ number, id }) => [number, id]))
  return parts.map(({ capFen: _, retailFen: __, claimFen: ___, base: ____, ...part }) => ({
    ...part, packThousandths: part.category === 'fluid' && part.unit === '升' ? 4_000 : 1_000, supersededBy: idOf.get(successorOf.get(part.number) ?? '') ?? null,
  }))
}

/** Last year's cap was 4 % lower; consumables have no cap and go by the retail list. */
function pricesOf({ id: partId, category, capFen, retailFen, claimFen, base }: PricedPart, today: string) {
  const began = addDays(today, -400)
  const raised = addDays(today, -90)
  const before = base ? [{ partId, kind: 'cap' as const, validFrom: began, validUntil: addDays(raised, -1), priceFen: oldCapOf(capFen) }] : []
  const caps = category === 'consumable' ? [] : [...before, { partId, kind: 'cap' as const, validFrom: base ? raised : began, validUntil: null, priceFen: capFen }]
  return [
    ...caps,
    ...(base ? [{ partId, kind: 'retail' as const, validFrom: began, validUntil: null, priceFen: retailFen }] : []),
    { partId, kind: 'claim' as const, validFrom: began, validUntil: null, priceFen: claimFen },
  ]
}

const oldCapOf = (capFen: number): number => roundedToTenth(capFen * 0.96)

/** The cap of a part on a day; the counterpart of pricesOf for histories written without asking the catalogue. */
export const capOn = ({ category, capFen, base }: PricedPart, day: string, today: string): number | null =>
  (category === 'consumable' ? null : base && day < addDays(today, -90) ? oldCapOf(capFen) : capFen)

const insurers = [
  ['海岳财险', '海岳财产保险股份有限公司示例分公司'], ['青松财险', '青松财产保险股份有限公司示例分公司'], ['汇川财险', '汇川财产保险股份有限公司示例分公司'], ['长风财险', '长风财产保险股份有限公司示例分公司'],
] as const

export const demoRates = { customer: 18_000, insurer: 20_000, warranty: 15_000, 'free-maintenance': 0, goodwill: 8_000, internal: 8_000 } as const
export const demoVatPercent = 13
export const demoInsurers: readonly string[] = insurers.map(([name]) => name)

function ratesOf(validFrom: string, newId: () => string) {
  return {
    labourRates: (Object.keys(demoRates) as (keyof typeof demoRates)[]).map((payer) => ({ payer, insurerName: '', validFrom, rateFen: demoRates[payer] })),
    vatRates: (['labour', 'part', 'sublet'] as const).map((lineKind) => ({ lineKind, validFrom, percent: demoVatPercent })),
    insurers: insurers.map(([name, fullName], index) => ({
      id: newId(), name, fullName, taxNumber: `91000000DEMO00${String(index + 10)}`, bankAccount: `示例银行 0000 0000 00${String(index + 10)}`, phone: '02100000000', note: '',
    })),
  }
}

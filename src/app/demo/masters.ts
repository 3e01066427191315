import { uuidv7 } from '../../kernel/ids.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import { fillCatalogue, fillStoreRates } from '../../modules/catalogue/public.ts'
import { fillCustomers } from '../../modules/customers/public.ts'
import { fillVehicles } from '../../modules/vehicles/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'
import { demoModels, demoOperations, type DemoOperation } from './masters-operations.ts'
import { demoParts, type DemoPart } from './masters-parts.ts'
import { inventVehicles, type DemoVehicle } from './masters-vehicles.ts'

export type MastersStore = {
  readonly storeId: string
  readonly vehicles: number
  /** Three digits after 199, so that no two stores share a phone. */
  readonly phoneBlock: string
  /** Who read the mileages. */
  readonly reader: { readonly id: string; readonly name: string }
}

export type MastersWish = { readonly stores: readonly MastersStore[]; readonly timeZone: string; readonly chance: Chance; readonly now: Date }

/** What other demo code builds upon. Prices are fen, VAT included; the claim price is about 70 % of the cap. */
export type Masters = {
  readonly models: readonly { readonly id: string; readonly code: string }[]
  readonly operations: readonly (DemoOperation & { readonly id: string })[]
  readonly parts: readonly (DemoPart & { readonly id: string; readonly retailFen: number; readonly claimFen: number })[]
  readonly vehiclesOf: ReadonlyMap<string, readonly DemoVehicle[]>
}

/** The catalogue once for the group, then rates, customers and cars of each store; set-based, so that a first start stays quick. */
export async function loadMasters(database: Database, { stores, timeZone, chance, now }: MastersWish): Promise<Masters> {
  const newId = () => uuidv7(now, chance.bytes)
  const today = localDay(now, timeZone)
  const models = demoModels.map((model) => ({ ...model, id: newId() }))
  const operations = demoOperations.map((operation) => ({ ...operation, id: newId() }))
  const parts = demoParts.map((part) => ({ ...part, id: newId(), retailFen: roundedToTenth(part.capFen * 1.05), claimFen: roundedToTenth(part.capFen * 0.7) }))
  const [first] = stores
  if (first === undefined) throw new RangeError('masters need a store')
  await database.transaction([first.storeId], (tx) => fillCatalogue(tx, {
    models, operations: operations.map((operation) => ({ ...operation, modelId: null })),
    parts: withSuccessors(parts), barcodes: parts.map(({ id: partId }, index) => ({ partId, barcode: `6900000${String(100_000 + index)}` })),
    units: parts.filter(({ number }) => number.startsWith('OIL')).map(({ id: partId }) => ({ partId, unit: '桶', factorThousandths: 200_000 })),
    prices: parts.flatMap((part) => pricesOf(part, today)),
  }))
  const vehiclesOf = new Map<string, readonly DemoVehicle[]>()
  for (const store of stores) {
    const { customers, vehicles, readings, known } = inventVehicles({
      chance, now, timeZone, modelIds: models.map(({ id }) => id), count: store.vehicles, phoneBlock: store.phoneBlock, reader: store.reader,
    })
    await database.transaction([store.storeId], async (tx) => {
      await fillStoreRates(tx, store.storeId, ratesOf(addDays(today, -365), newId))
      await fillCustomers(tx, store.storeId, customers)
      await fillVehicles(tx, store.storeId, vehicles, readings)
    })
    vehiclesOf.set(store.storeId, known)
  }
  return { models, operations, parts, vehiclesOf }
}

const roundedToTenth = (fen: number): number => Math.round(fen / 10) * 10

type PricedPart = Masters['parts'][number]

/** Two filters had a predecessor of the last series; the old stock goes first. Successors come before what they replace. */
function withSuccessors(parts: readonly PricedPart[]) {
  const successorOf = new Map([['YL5-1012', 'YL7-1012'], ['YL5-1109', 'YL7-1109'], ['YL7-1012', 'YS6-1012']])
  const idOf = new Map(parts.map(({ number, id }) => [number, id]))
  return parts.map(({ capFen: _, retailFen: __, claimFen: ___, ...part }) => ({
    ...part, packThousandths: part.category === 'fluid' && part.unit === '升' ? 4_000 : 1_000, supersededBy: idOf.get(successorOf.get(part.number) ?? '') ?? null,
  }))
}

/** Last year's cap was 4 % lower; consumables have no cap and go by the retail list. */
function pricesOf({ id: partId, category, capFen, retailFen, claimFen }: PricedPart, today: string) {
  const began = addDays(today, -400)
  const raised = addDays(today, -90)
  const caps = category === 'consumable' ? [] : [
    { partId, kind: 'cap' as const, validFrom: began, validUntil: addDays(raised, -1), priceFen: roundedToTenth(capFen * 0.96) },
    { partId, kind: 'cap' as const, validFrom: raised, validUntil: null, priceFen: capFen },
  ]
  return [
    ...caps,
    { partId, kind: 'retail' as const, validFrom: began, validUntil: null, priceFen: retailFen },
    { partId, kind: 'claim' as const, validFrom: began, validUntil: null, priceFen: claimFen },
  ]
}

const insurers = [
  ['海岳财险', '海岳财产保险股份有限公司示例分公司'], ['青松财险', '青松财产保险股份有限公司示例分公司'], ['汇川财险', '汇川财产保险股份有限公司示例分公司'], ['长风财险', '长风财产保险股份有限公司示例分公司'],
] as const

function ratesOf(validFrom: string, newId: () => string) {
  const rate = (payer: 'customer' | 'insurer' | 'warranty' | 'free-maintenance' | 'goodwill' | 'internal', rateFen: number) => ({ payer, insurerName: '', validFrom, rateFen })
  return {
    labourRates: [rate('customer', 18_000), rate('insurer', 20_000), rate('warranty', 15_000), rate('free-maintenance', 0), rate('goodwill', 8_000), rate('internal', 8_000)],
    vatRates: (['labour', 'part', 'sublet'] as const).map((lineKind) => ({ lineKind, validFrom, percent: 13 })),
    insurers: insurers.map(([name, fullName], index) => ({
      id: newId(), name, fullName, taxNumber: `91000000DEMO00${String(index + 10)}`, bankAccount: `示例银行 0000 0000 00${String(index + 10)}`, phone: '02100000000', note: '',
    })),
  }
}

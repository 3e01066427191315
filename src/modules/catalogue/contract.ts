import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, pageOf, pageQuery, pageQueryByNumber, positiveFen, text, thousandths, version } from '../../platform/shapes.ts'
import { energies, partCategories, repairKinds, trades } from './domain/kinds.ts'
import { lineKinds, payers, priceKinds } from './domain/payers.ts'
import { cataloguePermissions } from './permissions.ts'

const state = z.enum(['active', 'all']).default('active')
const find = text(60).optional()

// Models

const modelWish = { nameZh: filledText(60), nameEn: filledText(60), makeZh: filledText(40), makeEn: filledText(40), energy: z.enum(energies) }
export const modelRow = z.object({ id, code: z.string(), nameZh: z.string(), nameEn: z.string(), makeZh: z.string(), makeEn: z.string(), energy: z.enum(energies), active: z.boolean(), version })
export type ModelRow = z.output<typeof modelRow>

export const listModels = route({
  does: 'List car models by code', method: 'GET', path: '/models', needs: cataloguePermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, find, state }), gives: pageOf(modelRow),
})
export const seeModel = route({
  does: 'See one car model', method: 'GET', path: '/models/:modelId', needs: cataloguePermissions.see, params: z.strictObject({ modelId: id }), gives: modelRow,
})
export const addModel = route({
  does: 'Add a car model', method: 'POST', path: '/models', needs: cataloguePermissions.maintainModels,
  body: z.strictObject({ code: filledText(30), ...modelWish }), gives: z.object({ id, version }), refuses: ['catalogue.code-taken'],
})
export const changeModel = route({
  does: 'Change a car model', method: 'POST', path: '/models/:modelId/change', needs: cataloguePermissions.maintainModels,
  params: z.strictObject({ modelId: id }), body: z.strictObject({ version, ...modelWish, active: z.boolean() }), gives: done,
})

// Labour operations; hours are thousandths of an hour

const hours = z.number().int().min(0).max(1_000_000)
const operationWish = {
  nameZh: filledText(100), nameEn: filledText(120), trade: z.enum(trades), standardHoursThousandths: hours,
  modelId: id.nullable(), repairKind: z.enum(repairKinds),
}
export const operationRow = z.object({
  id, code: z.string(), nameZh: z.string(), nameEn: z.string(), trade: z.enum(trades), standardHoursThousandths: hours,
  modelId: id.nullable(), modelNameZh: z.string().nullable(), modelNameEn: z.string().nullable(), repairKind: z.enum(repairKinds), active: z.boolean(), version,
})
export type OperationRow = z.output<typeof operationRow>

export const listOperations = route({
  does: 'List or search labour operations by code, initials or name', method: 'GET', path: '/labour-operations', needs: cataloguePermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, find, trade: z.enum(trades).optional(), modelId: id.optional(), state }), gives: pageOf(operationRow),
})
export const seeOperation = route({
  does: 'See one labour operation', method: 'GET', path: '/labour-operations/:operationId', needs: cataloguePermissions.see,
  params: z.strictObject({ operationId: id }), gives: operationRow,
})
export const addOperation = route({
  does: 'Add a labour operation', method: 'POST', path: '/labour-operations', needs: cataloguePermissions.maintainOperations,
  body: z.strictObject({ code: filledText(30), ...operationWish }), gives: z.object({ id, version }), refuses: ['catalogue.code-taken'],
})
export const changeOperation = route({
  does: 'Change a labour operation', method: 'POST', path: '/labour-operations/:operationId/change', needs: cataloguePermissions.maintainOperations,
  params: z.strictObject({ operationId: id }), body: z.strictObject({ version, ...operationWish, active: z.boolean() }), gives: done,
})

// Packages, and the menus that say which is due

const packageLine = z.strictObject({ operationId: id.nullable(), partId: id.nullable(), /** Hours of labour, pieces of a part. */ quantityThousandths: thousandths })
  .refine(({ operationId, partId }) => (operationId === null) !== (partId === null))
const packageWish = { nameZh: filledText(100), nameEn: filledText(120), modelId: id.nullable(), /** What a customer pays for all of it; null: the sum of its lines. */ priceFen: positiveFen.nullable(), lines: z.array(packageLine).min(1).max(40) }
export const packageRow = z.object({
  id, code: z.string(), nameZh: z.string(), nameEn: z.string(), modelId: id.nullable(), priceFen: positiveFen.nullable(), active: z.boolean(), version,
  lines: z.array(z.object({ operationId: id.nullable(), partId: id.nullable(), quantityThousandths: thousandths, code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), active: z.boolean() })),
})
export type PackageRow = z.output<typeof packageRow>
const packageRefusals = ['catalogue.package-without-labour', 'catalogue.package-line-twice', 'catalogue.package-inactive-line']

export const listPackages = route({
  does: 'List packages with their lines', method: 'GET', path: '/packages', needs: cataloguePermissions.see,
  query: z.strictObject({ modelId: id.optional(), state }), gives: z.object({ rows: z.array(packageRow) }),
})
export const addPackage = route({
  does: 'Add a package', method: 'POST', path: '/packages', needs: cataloguePermissions.maintainPackages,
  body: z.strictObject({ code: filledText(30), ...packageWish }), gives: z.object({ id, version }), refuses: ['catalogue.code-taken', ...packageRefusals],
})
export const changePackage = route({
  does: 'Change a package', method: 'POST', path: '/packages/:packageId/change', needs: cataloguePermissions.maintainPackages,
  params: z.strictObject({ packageId: id }), body: z.strictObject({ version, ...packageWish, active: z.boolean() }), gives: done, refuses: packageRefusals,
})
export const menuStep = z.strictObject({ km: z.number().int().min(1).max(1_000_000), months: z.number().int().min(1).max(600), packageId: id })
export const seeMenu = route({
  does: 'See the maintenance menu of a model', method: 'GET', path: '/menus/:modelId', needs: cataloguePermissions.see,
  params: z.strictObject({ modelId: id }), gives: z.object({ version: version.or(z.literal(0)), steps: z.array(menuStep) }),
})
export const setMenu = route({
  does: 'Set the maintenance menu of a model', method: 'POST', path: '/menus/:modelId', needs: cataloguePermissions.maintainPackages,
  params: z.strictObject({ modelId: id }), body: z.strictObject({ version: version.or(z.literal(0)), steps: z.array(menuStep).max(60) }), gives: done,
  refuses: ['catalogue.menu-km-twice', 'catalogue.menu-months-backwards', 'catalogue.menu-package'],
})

// Parts

const unit = filledText(10)
const partWish = {
  nameZh: filledText(100), nameEn: filledText(120), unit, packThousandths: thousandths, category: z.enum(partCategories), supersededBy: id.nullable(),
  barcodes: z.array(filledText(80).min(4)).max(20), units: z.array(z.strictObject({ unit, factorThousandths: thousandths })).max(10),
}
export const partRow = z.object({
  id, number: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), category: z.enum(partCategories), supersededBy: id.nullable(),
  capFen: positiveFen.nullable(), retailFen: positiveFen.nullable(), active: z.boolean(),
})
export type PartRow = z.output<typeof partRow>

const chainPart = z.object({ id, number: z.string(), nameZh: z.string(), nameEn: z.string() })
export const partView = partRow.omit({ capFen: true, retailFen: true }).extend({
  packThousandths: thousandths, version, barcodes: z.array(z.string()), units: z.array(z.object({ unit: z.string(), factorThousandths: thousandths })),
  prices: z.array(z.object({ kind: z.enum(priceKinds), validFrom: day, validUntil: day.nullable(), priceFen: positiveFen, current: z.boolean() })),
  /** Farthest first. */
  predecessors: z.array(chainPart),
  /** Nearest first. */
  successors: z.array(chainPart),
})
export type PartView = z.output<typeof partView>

export const listParts = route({
  does: 'List or search parts: number or initials from the beginning, words of the name, or a whole barcode', method: 'GET', path: '/parts', needs: cataloguePermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, find, category: z.enum(partCategories).optional(), state }), gives: pageOf(partRow),
})
export const seePart = route({
  does: 'See one part with prices, barcodes, units and its supersession chain', method: 'GET', path: '/parts/:partId', needs: cataloguePermissions.see,
  params: z.strictObject({ partId: id }), gives: partView,
})
export const addPart = route({
  does: 'Add a part', method: 'POST', path: '/parts', needs: cataloguePermissions.maintainParts,
  body: z.strictObject({ number: filledText(60), ...partWish }), gives: z.object({ id, version }),
  refuses: ['catalogue.not-a-part-number', 'catalogue.part-number-taken', 'catalogue.barcode-taken'],
})
export const changePart = route({
  does: 'Change a part, its barcodes, units or successor', method: 'POST', path: '/parts/:partId/change', needs: cataloguePermissions.maintainParts,
  params: z.strictObject({ partId: id }), body: z.strictObject({ version, ...partWish, active: z.boolean() }), gives: done,
  refuses: ['catalogue.barcode-taken', 'catalogue.supersession-circle'],
})
export const addPrice = route({
  does: 'Add a price from a day on; it ends the one running before', method: 'POST', path: '/parts/:partId/prices', needs: cataloguePermissions.setPrices,
  params: z.strictObject({ partId: id }), body: z.strictObject({ kind: z.enum(priceKinds), validFrom: day, validUntil: day.nullable().default(null), priceFen: positiveFen }),
  gives: z.object({ id }), refuses: ['catalogue.price-overlaps', 'catalogue.period-backwards'],
})

// Rates of the store

export const labourRateRow = z.object({ payer: z.enum(payers), insurerName: z.string(), validFrom: day, rateFen: positiveFen, current: z.boolean() })
export type LabourRateRow = z.output<typeof labourRateRow>

export const listLabourRates = route({
  does: 'List the labour rates of the store with their history, newest first per payer', method: 'GET', path: '/labour-rates', needs: cataloguePermissions.seeRates,
  gives: z.object({ rows: z.array(labourRateRow) }),
})
export const setLabourRate = route({
  does: 'Set a labour rate per hour from a day on', method: 'POST', path: '/labour-rates', needs: cataloguePermissions.setRates,
  body: z.strictObject({ payer: z.enum(payers), insurerName: text(60).default(''), validFrom: day, rateFen: positiveFen }), gives: z.object({ validFrom: day }),
  refuses: ['catalogue.rate-backdated', 'catalogue.rate-exists', 'catalogue.rate-of-no-insurer'],
})

export const vatRateRow = z.object({ lineKind: z.enum(lineKinds), validFrom: day, percent: z.number().int().min(0).max(100), current: z.boolean() })
export type VatRateRow = z.output<typeof vatRateRow>

export const listVatRates = route({
  does: 'List the VAT rates of the store with their history', method: 'GET', path: '/vat-rates', needs: cataloguePermissions.seeRates, gives: z.object({ rows: z.array(vatRateRow) }),
})
export const setVatRate = route({
  does: 'Set a VAT rate from a day on', method: 'POST', path: '/vat-rates', needs: cataloguePermissions.setRates,
  body: z.strictObject({ lineKind: z.enum(lineKinds), validFrom: day, percent: z.number().int().min(0).max(100) }), gives: z.object({ validFrom: day }),
  refuses: ['catalogue.rate-backdated', 'catalogue.rate-exists'],
})

// Insurers of the store

const insurerWish = { name: filledText(60), fullName: text(100), taxNumber: text(30), bankAccount: text(100), phone: text(30), note: text(500) }
export const insurerRow = z.object({
  id, name: z.string(), fullName: z.string(), taxNumber: z.string(), bankAccount: z.string(), phone: z.string(), note: z.string(), active: z.boolean(), version,
})
export type InsurerRow = z.output<typeof insurerRow>

export const listInsurers = route({
  does: 'List the insurers of the store, newest first', method: 'GET', path: '/insurers', needs: cataloguePermissions.see,
  query: z.strictObject({ ...pageQuery, state }), gives: pageOf(insurerRow),
})
export const seeInsurer = route({
  does: 'See one insurer', method: 'GET', path: '/insurers/:insurerId', needs: cataloguePermissions.see, params: z.strictObject({ insurerId: id }), gives: insurerRow,
})
export const addInsurer = route({
  does: 'Add an insurer', method: 'POST', path: '/insurers', needs: cataloguePermissions.maintainInsurers, body: z.strictObject(insurerWish),
  gives: z.object({ id, version }), refuses: ['catalogue.insurer-known'],
})
export const changeInsurer = route({
  does: 'Change an insurer', method: 'POST', path: '/insurers/:insurerId/change', needs: cataloguePermissions.maintainInsurers,
  params: z.strictObject({ insurerId: id }), body: z.strictObject({ version, ...insurerWish, active: z.boolean() }), gives: done, refuses: ['catalogue.insurer-known'],
})

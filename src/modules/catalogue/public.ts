/**
 * What other modules' server code may call. Rules for both sides: domain/price-by-payer.ts, domain/payers.ts, domain/kinds.ts.
 * Announces: part.added, part.changed, part.priced, labour-operation.added, labour-operation.changed, model.added, model.changed,
 * package.added, package.changed, menu.changed, labour-rate.set, vat-rate.set, insurer.added, insurer.changed.
 */
export { modelOfCar, packagesForCar, packageToAdd, stepAfter } from './actions/maintain-packages.ts'
export { listParts } from './actions/read-parts.ts'
export { findPartByBarcode } from './actions/find-by-barcode.ts'
/** A whole list of prices taken up, ended or taken out again, set by set. */
export { beginListed, beginOn, endListed, endListing, lockListed, nextOut, takeOut, takeUp } from './data/listed-prices.ts'
export { partPricesOn, type PartPrices } from './data/part-details.ts'
export { findPartIds } from './actions/read-parts.ts'
export { findParts, partChains, type PartFacts } from './data/parts.ts'
export { findOperations, type OperationFacts } from './data/operations.ts'
export { labourRateOn, vatRatesOn } from './data/rates.ts'
/** Filling a new catalogue in one go (imports, the demo store): set-based, without a deed per row. */
export { fillCatalogue, fillPackages, fillStoreRates, type FilledPackages, type CatalogueFilling, type StoreRates } from './actions/fill-catalogue.ts'
/** Imports judge and write many lines at once; exports read page by page. Announce part.imported and labour-operation.imported. */
export { importParts, judgeParts, type ImportedPrice } from './actions/import-parts.ts'
export { importOperations, judgeOperations } from './actions/import-operations.ts'
export { countParts, exportParts, partsByNumber, unitsOf as partUnits, type ExportedPart } from './data/import-parts.ts'
export { countOperations, exportOperations, modelsByCode, type KnownOperation } from './data/import-operations.ts'
export { catalogueProofs } from './data/proofs.ts'

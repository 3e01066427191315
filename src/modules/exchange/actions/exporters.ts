import { may } from '../../../kernel/actor.ts'
import { formatFen, formatThousandths, halfUp, type Fen, type Thousandths } from '../../../kernel/money.ts'
import { localDay } from '../../../kernel/time.ts'
import { listIn, type Language } from '../../../kernel/texts.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { Cell } from '../../../platform/sheets/cells.ts'
import { countOperations, countParts, exportOperations, exportParts, findParts, type ExportedPart } from '../../catalogue/public.ts'
import { countCustomers, exportCustomers, findCustomers, phoneFor } from '../../customers/public.ts'
import { countOpeningReceivables, listOpeningReceivables } from '../../settlement/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { countLots, exportLots } from '../../stock/public.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { countVehicles, exportVehicles } from '../../vehicles/public.ts'
import { categoryWords, repairKindWords, tradeWords } from '../domain/catalogue-columns.ts'
import { energyWords, kindWords } from '../domain/customer-columns.ts'
import type { ExportKind } from '../domain/kinds.ts'

type Record_ = Readonly<Record<string, Cell>>
/** A page of rows by field, and where the next begins; null when this was the last. */
type Page<After> = { readonly rows: readonly Record_[]; readonly next: After | null }
export type Exporter = { count(reading: Reading): Promise<number>; rows(reading: Reading, language: Language): AsyncGenerator<readonly Record_[]> }

const pageRows = 2_000

function exporter<After>(count: Exporter['count'], start: After, page: (reading: Reading, after: After, language: Language) => Promise<Page<After>>): Exporter {
  return {
    count,
    rows: async function* pages(reading, language) {
      for (let after: After | null = start; after !== null;) {
        const { rows, next }: Page<After> = await page(reading, after, language)
        if (rows.length > 0) yield rows
        after = next
      }
    },
  }
}

const nextOf = <Row, After>(rows: readonly Row[], place: (row: Row) => After): After | null => {
  const last = rows.at(-1)
  return last === undefined || rows.length < pageRows ? null : place(last)
}

/** Numbers of a spreadsheet: exact as far as they are shown, and only shown. */
const yuan = (fen: Fen | null): Cell => (fen === null ? null : Number(formatFen(fen)))
const plainQuantity = (thousandths: Thousandths | null): Cell => (thousandths === null ? null : Number(formatThousandths(thousandths)))
const shown = <T extends string>(words: Readonly<Record<T, readonly string[]>>, value: T | null, language: Language): Cell =>
  (value === null ? null : language === 'en' ? value : words[value][0] ?? value)

const partRow = (part: ExportedPart, language: Language): Record_ => ({
  ...part, packThousandths: plainQuantity(part.packThousandths), category: shown(categoryWords, part.category, language), capFen: yuan(part.capFen), retailFen: yuan(part.retailFen), claimFen: yuan(part.claimFen),
  barcodes: listIn(language, part.barcodes), otherUnitThousandths: plainQuantity(part.otherUnitThousandths), active: language === 'en' ? (part.active ? 'yes' : 'no') : part.active ? '在用' : '停用',
})

const parts = exporter(({ tx }) => countParts(tx), '', async ({ tx, by, now }, after, language) => {
  const rows = await exportParts(tx, localDay(now, by.timeZone), after, pageRows)
  return { rows: rows.map((part) => partRow(part, language)), next: nextOf(rows, ({ number }) => number) }
})

const operations = exporter(({ tx }) => countOperations(tx), '', async ({ tx }, after, language) => {
  const rows = await exportOperations(tx, after, pageRows)
  return {
    rows: rows.map(({ code, nameZh, nameEn, trade, standardHoursThousandths, repairKind, modelCode }) =>
      ({ code, nameZh, nameEn, trade: shown(tradeWords, trade, language), hours: plainQuantity(standardHoursThousandths), repairKind: shown(repairKindWords, repairKind, language), modelCode })),
    next: nextOf(rows, ({ code }) => code),
  }
})

const customers = exporter<string | undefined>(({ tx, by }) => countCustomers(tx, by.storeId), undefined, async ({ tx, by }, after, language) => {
  const rows = await exportCustomers(tx, by.storeId, after ?? null, pageRows)
  return {
    rows: rows.map(({ name, phone, kind, secondPhone, address, taxNumber, contactName, note }) => ({
      name, phone: phoneFor(by, phone), kind: shown(kindWords, kind, language), secondPhone: secondPhone === null ? null : phoneFor(by, secondPhone), address, taxNumber, contactName, note,
    })),
    next: nextOf(rows, ({ id }) => id),
  }
})

const vehicles = exporter<string | undefined>(({ tx, by }) => countVehicles(tx, by.storeId), undefined, async ({ tx, by }, after, language) => {
  const rows = await exportVehicles(tx, by.storeId, after ?? null, pageRows)
  const owners = new Map((await findCustomers(tx, by.storeId, rows.map(({ ownerId }) => ownerId))).map((owner) => [owner.id, owner]))
  return {
    rows: rows.map((car) => {
      const owner = owners.get(car.ownerId)
      return {
        plate: showPlate(car.plate), vin: car.vin, modelName: car.modelName, ownerName: owner?.name ?? null, ownerPhone: owner === undefined ? null : phoneFor(by, owner.phone), colour: car.colour,
        engineNumber: car.engineNumber, energy: shown(energyWords, car.energy, language), firstRegistered: car.firstRegistered, saleDate: car.saleDate, warrantyUntil: car.warrantyUntil,
        warrantyKm: car.warrantyKm, km: car.km, kmOn: car.kmAt === null ? null : localDay(car.kmAt, by.timeZone), note: car.note,
      }
    }),
    next: nextOf(rows, ({ id }) => id),
  }
})

const stock = exporter<{ lotId: string; bin: string } | undefined>(({ tx, by }) => countLots(tx, by.storeId), undefined, async ({ tx, by }, after, language) => {
  const rows = await exportLots(tx, by.storeId, after ?? null, pageRows)
  const known = new Map((await findParts(tx, rows.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const seesCost = may(by, stockPermissions.seeCost.permission)
  return {
    rows: rows.map((lot) => {
      const part = known.get(lot.partId)
      // Six decimals, so that quantity × unit cost gives the lot's own fen again.
      const unitCost = Number(halfUp(BigInt(lot.costFen) * 10_000_000n, BigInt(lot.receivedThousandths))) / 1_000_000
      return {
        number: part?.number ?? null, name: (language === 'en' ? part?.nameEn : part?.nameZh) ?? null, unit: part?.unit ?? null, bin: lot.bin, thousandths: plainQuantity(lot.here),
        unitCostMillionths: seesCost ? unitCost : null, receivedOn: lot.receivedOn, document: lot.document,
      }
    }),
    next: nextOf(rows, ({ lotId, bin }) => ({ lotId, bin })),
  }
})

const receivables = exporter(({ tx, by }) => countOpeningReceivables(tx, by.storeId), '', async ({ tx, by }, after) => {
  const rows = await listOpeningReceivables(tx, by.storeId, after, pageRows)
  const debtors = new Map((await findCustomers(tx, by.storeId, rows.map(({ customerId }) => customerId))).map((customer) => [customer.id, customer]))
  return {
    rows: rows.map(({ document, customerId, customerName, amountFen, day, dueOn, note }) =>
      ({ customerName: debtors.get(customerId)?.name ?? customerName, phone: phoneFor(by, debtors.get(customerId)?.phone ?? ''), amountFen: yuan(amountFen), day, document, dueOn, note })),
    next: nextOf(rows, ({ document }) => document),
  }
})

/** Under the headers of the import, so that what went out can come back. */
export const exporters: Readonly<Record<ExportKind, Exporter>> = { parts, prices: parts, operations, customers, vehicles, stock, 'opening-receivables': receivables }

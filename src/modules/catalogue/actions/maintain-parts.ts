import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as details from '../data/part-details.ts'
import * as data from '../data/parts.ts'
import { findText } from '../domain/find-text.ts'
import { normalPartNumber, whyNotPartNumber } from '../domain/part-number.ts'
import { whyNotSupersede } from '../domain/why-not-supersede.ts'
import { initialsOf } from './initials.ts'

export type PartWish = Omit<data.PartData, 'id' | 'number' | 'active' | 'version'> & {
  readonly barcodes: readonly string[]
  readonly units: readonly details.UnitData[]
}

/** What a part is found by; its number with and without hyphens. */
export const searchable = ({ number, nameZh, nameEn }: { number: string; nameZh: string; nameEn: string }) => {
  const initials = initialsOf(nameZh)
  return { initials, findText: findText([number, number.replaceAll('-', ''), initials, nameZh, nameEn]) }
}

/** Refuses what is no part number, a number that is taken, and a barcode of another part. */
export async function addPart(deed: Deed, { number: typed, barcodes, units, ...part }: PartWish & { number: string }): Promise<{ id: string; version: number }> {
  const number = normalPartNumber(typed)
  refuseIf(whyNotPartNumber(number))
  refuseIf(await data.findPartByNumber(deed.tx, number) === null ? null : new Refusal('catalogue.part-number-taken', { number }))
  const id = deed.newId()
  await data.insertParts(deed.tx, [{ id, number, ...part, ...searchable({ ...part, number }) }])
  await writeDetails(deed, id, { barcodes, units })
  deed.record({ subject: 'part', subjectId: id, after: { number, ...part, barcodes, units } })
  deed.announce({ event: 'part.added', subjectId: id })
  return { id, version: 1 }
}

/** The number stays: a part with another number is another part, and supersession says so. Refuses a circle and a barcode of another part. */
export async function changePart(deed: Deed, { id, version, active, barcodes, units, ...part }: PartWish & { id: string; version: number; active: boolean }): Promise<{ version: number }> {
  const before = found(await data.lockPart(deed.tx, id), 'part')
  refuseStale(before.version, version)
  if (part.supersededBy !== null) refuseIf(whyNotSupersede(before, [{ id: part.supersededBy }, ...await data.listSuccessors(deed.tx, part.supersededBy)]))
  const { number } = before
  invariant(await data.updatePart(deed.tx, { id, version, active, ...part, ...searchable({ ...part, number }) }) === 1, 'a locked part changed under us')
  const old = { barcodes: await details.listBarcodes(deed.tx, id), units: await details.listUnits(deed.tx, id) }
  await details.deleteOtherBarcodes(deed.tx, id, barcodes)
  await details.deleteUnits(deed.tx, id)
  await writeDetails(deed, id, { barcodes, units })
  deed.record({ subject: 'part', subjectId: id, before: { ...before, ...old }, after: { ...part, active, barcodes, units } })
  deed.announce({ event: 'part.changed', subjectId: id })
  return { version: version + 1 }
}

async function writeDetails({ tx }: Deed, partId: string, { barcodes, units }: Pick<PartWish, 'barcodes' | 'units'>): Promise<void> {
  const foreign = (await details.findForeignBarcodes(tx, partId, barcodes))[0]
  refuseIf(foreign === undefined ? null : new Refusal('catalogue.barcode-taken', { barcode: foreign.barcode, number: foreign.number }))
  await details.insertBarcodes(tx, [...new Set(barcodes)].map((barcode) => ({ partId, barcode })))
  await details.insertUnits(tx, units.map((unit) => ({ partId, ...unit })))
}

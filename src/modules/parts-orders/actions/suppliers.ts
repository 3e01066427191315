import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { listKinds as kindsRoute, listSuppliers as suppliersRoute } from '../contract.ts'
import { lockKinds, ownKinds, putKind, type KindData } from '../data/kinds.ts'
import * as data from '../data/suppliers.ts'
import { withPresets, type OrderKind } from '../domain/kinds.ts'

export const listSuppliers = async ({ tx, by }: Reading): Promise<AnswerOf<typeof suppliersRoute>> => ({ rows: await data.listSuppliers(tx, by.storeId) })

export async function addSupplier(deed: Deed, wish: Omit<data.SupplierData, 'id' | 'active' | 'version'>): Promise<{ id: string; version: number }> {
  const id = deed.newId()
  const added = await data.insertSupplier(deed.tx, deed.by.storeId, { ...wish, id, active: true })
  refuseIf(added === 0 ? new Refusal('parts-orders.supplier-known', { name: wish.name }) : null)
  deed.record({ subject: 'parts-supplier', subjectId: id, after: wish })
  deed.announce({ event: 'parts-supplier.added', subjectId: id })
  return { id, version: 1 }
}

/** Maker or outside it stays: its orders say so. */
export async function changeSupplier(deed: Deed, { supplierId, version, ...wish }: Omit<data.SupplierData, 'id' | 'kind'> & { readonly supplierId: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = found(await data.lockSupplier(tx, by.storeId, supplierId), 'supplier')
  refuseStale(before.version, version)
  const changed = await data.updateSupplier(tx, by.storeId, { ...wish, id: supplierId })
  refuseIf(changed === 0 ? new Refusal('parts-orders.supplier-known', { name: wish.name }) : null)
  deed.record({ subject: 'parts-supplier', subjectId: supplierId, before, after: wish })
  deed.announce({ event: 'parts-supplier.changed', subjectId: supplierId })
  return { version: version + 1 }
}

/** The presets, as far as the store did not set its own. */
export const kindsOf = async ({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<readonly OrderKind[]> => withPresets(await ownKinds(tx, by.storeId))

export async function listKinds({ tx, by }: Reading): Promise<AnswerOf<typeof kindsRoute>> {
  const own = await ownKinds(tx, by.storeId)
  return { rows: withPresets(own).map((kind) => ({ ...kind, version: own.find(({ code }) => code === kind.code)?.version ?? 0 })) }
}

export async function setKind(deed: Deed, { version, ...kind }: KindData): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = (await lockKinds(tx, by.storeId)).find(({ code }) => code === kind.code)
  refuseStale(before?.version ?? 0, version)
  await putKind(tx, by.storeId, { ...kind, version: version + 1 })
  deed.record({ subject: 'parts-order-kind', subjectId: by.storeId, before, after: kind })
  deed.announce({ event: 'parts-order.kind-set', subjectId: by.storeId })
  return { version: version + 1 }
}

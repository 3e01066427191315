import { found } from '../../../kernel/refusal.ts'
import type { Reading } from '../../../platform/deed.ts'
import { keptChecklists } from '../data/checklists.ts'
import { checklists, processAudit, type Checklist } from '../domain/checklists.ts'

type StoreOf = Pick<Reading, 'tx' | 'by'>

const shipped: readonly Checklist[] = [...checklists, processAudit]
export const shippedList = (code: string): Checklist | null => shipped.find((list) => list.code === code) ?? null

export type StoreChecklist = Checklist & { readonly version: number; readonly own: boolean }

/** The lists that ship, as this store keeps them, and its own behind them. */
export async function storeChecklists({ tx, by }: StoreOf): Promise<StoreChecklist[]> {
  const kept = await keptChecklists(tx, by.storeId)
  const own = kept.filter(({ code }) => shippedList(code) === null).map((list) => ({ ...list, own: true }))
  return [...shipped.map((list) => ({ version: 1, ...list, ...kept.find(({ code }) => code === list.code), own: false })), ...own]
}

/** The list by which a car's process is audited (FDS-2.5). */
export const auditList = async (store: StoreOf): Promise<Checklist> => found((await storeChecklists(store)).find(({ code }) => code === processAudit.code), 'checklist')

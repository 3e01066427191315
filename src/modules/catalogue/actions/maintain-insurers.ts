import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type * as contract from '../contract.ts'
import * as data from '../data/rates.ts'

export async function listInsurers({ tx, by }: Reading, { query }: InputOf<typeof contract.listInsurers>): Promise<AnswerOf<typeof contract.listInsurers>> {
  const rows = await data.listInsurers(tx, by.storeId, { activeOnly: query.state === 'active', after: query.after ?? null, limit: query.limit + 1 })
  const shown = rows.slice(0, query.limit)
  return { rows: shown, next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

export const seeInsurer = async ({ tx, by }: Reading, insurerId: string): Promise<data.InsurerData> =>
  found(await data.findInsurer(tx, by.storeId, insurerId), 'insurer')

/** Refuses a name the store has already: payments could not be told apart. */
export async function addInsurer(deed: Deed, wish: Omit<data.InsurerData, 'id' | 'active' | 'version'>): Promise<{ id: string; version: number }> {
  await refuseKnownName(deed, wish.name, null)
  const id = deed.newId()
  await data.insertInsurers(deed.tx, deed.by.storeId, [{ id, ...wish }])
  deed.record({ subject: 'insurer', subjectId: id, after: wish })
  deed.announce({ event: 'insurer.added', subjectId: id })
  return { id, version: 1 }
}

export async function changeInsurer(deed: Deed, wish: data.InsurerData): Promise<{ version: number }> {
  const before = found(await data.lockInsurer(deed.tx, deed.by.storeId, wish.id), 'insurer')
  refuseStale(before.version, wish.version)
  await refuseKnownName(deed, wish.name, wish.id)
  invariant(await data.updateInsurer(deed.tx, deed.by.storeId, wish) === 1, 'a locked insurer changed under us')
  deed.record({ subject: 'insurer', subjectId: wish.id, before, after: wish })
  deed.announce({ event: 'insurer.changed', subjectId: wish.id })
  return { version: wish.version + 1 }
}

async function refuseKnownName({ tx, by }: Deed, name: string, own: string | null): Promise<void> {
  const other = await data.findInsurerByName(tx, by.storeId, name)
  refuseIf(other === null || other.id === own ? null : new Refusal('catalogue.insurer-known', { name }))
}

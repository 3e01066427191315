import type { PermissionEntry } from '../../../kernel/permissions.ts'
import type { Database } from '../../../platform/database.ts'
import * as staff from '../data/staff.ts'

export type Newcomer = { readonly id: string; readonly name: string; readonly login: string; readonly passwordHash: string }

export type StoreFounding = {
  readonly store: { readonly id: string; readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly timeZone: string; readonly address: string; readonly phone: string; readonly demo: boolean }
  readonly permissions: readonly PermissionEntry[]
  readonly newcomers: readonly Newcomer[]
  /** Newcomers and people of other stores alike. */
  readonly staff: readonly { readonly personId: string; readonly position: string }[]
  readonly since: string
  readonly now: Date
}

/** A store with its people and the preset rights of each position. */
export const foundStore = (database: Database, { store, permissions, newcomers, staff: members, since, now }: StoreFounding): Promise<void> =>
  database.transaction([store.id], async (tx) => {
    await staff.insertStore(tx, { ...store, now })
    await staff.insertPersons(tx, newcomers)
    await staff.insertCredentials(tx, newcomers.map(({ id: personId, login, passwordHash }) => ({ personId, login, passwordHash })), now)
    await staff.insertStaff(tx, members.map((member) => ({ ...member, storeId: store.id })), since)
    await staff.insertRights(tx, store.id, permissions.flatMap(({ permission, preset }) => preset.map((position) => ({ position, permission }))))
  })

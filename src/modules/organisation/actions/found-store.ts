import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { invariant } from '../../../kernel/refusal.ts'
import { isTimeZone } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { insertPolicy } from '../data/access.ts'
import { insertPublicDays, insertWeekdays } from '../data/calendar.ts'
import * as staff from '../data/staff.ts'
import { lastOfEachWeekday, presetHours, type WeekdayHours } from '../domain/opening.ts'
import { announcedDays } from './public-days.ts'

export type Newcomer = { readonly id: string; readonly name: string; readonly login: string; readonly passwordHash: string }

export type StoreFounding = {
  readonly store: { readonly id: string; readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly timeZone: string; readonly address: string; readonly phone: string; readonly demo: boolean }
  readonly permissions: readonly PermissionEntry[]
  readonly newcomers: readonly Newcomer[]
  /** Newcomers and people of other stores alike. */
  readonly staff: readonly { readonly personId: string; readonly position: string }[]
  readonly since: string
  /** Of an ordinary week; without them the presets. */
  readonly weekdays?: readonly WeekdayHours[]
  readonly now: Date
}

/** A store with its people, the preset rights of each position, opening hours, the announced calendar and the presets of signing in. */
export const foundStore = (database: Database, founding: StoreFounding): Promise<void> =>
  database.transaction([founding.store.id], (tx) => insertStoreWith(tx, founding))

export async function insertStoreWith(tx: Tx, { store, permissions, newcomers, staff: members, since, now, weekdays = presetHours }: StoreFounding): Promise<void> {
  invariant(isTimeZone(store.timeZone), `${store.timeZone} is no time zone`)
  await staff.insertStore(tx, { ...store, now })
  await staff.insertPersons(tx, newcomers)
  await staff.insertCredentials(tx, newcomers.map(({ id: personId, login, passwordHash }) => ({ personId, login, passwordHash })), now)
  await staff.insertStaff(tx, members.map((member) => ({ ...member, storeId: store.id })), since)
  await staff.insertRights(tx, store.id, permissions.flatMap(({ permission, preset }) => preset.map((position) => ({ position, permission }))))
  await insertPolicy(tx, store.id)
  await insertWeekdays(tx, store.id, lastOfEachWeekday(weekdays))
  const year = now.getUTCFullYear()
  await insertPublicDays(tx, store.id, [year - 1, year, year + 1].flatMap(announcedDays))
}

import type { Actor } from '../../../kernel/actor.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database.ts'
import * as sessions from '../data/sessions.ts'
import { storeIds } from '../data/staff.ts'
import { normalLogin } from '../domain/sign-in.ts'

/** For the command line, whose user owns the machine: who somebody is in a store, by log-in and the store's code, with the rights of today. Null: nobody, or not there. */
export async function actorOfLogin(database: Database, login: string, storeCode: string, now: Date): Promise<Actor | null> {
  const credential = await sessions.findCredential(database.plain, normalLogin(login))
  if (credential === null || !credential.active) return null
  const stores = await storeIds(database.plain)
  const memberships = await database.reading(stores, (tx) => sessions.findMemberships(tx, credential.personId, localDay(now, 'Asia/Shanghai'), null))
  const here = memberships.find(({ code }) => code === storeCode)
  return here === undefined ? null : {
    personId: credential.personId, name: credential.name, storeId: here.storeId, storeCode: here.code, timeZone: here.timeZone, positions: here.positions, permissions: new Set(here.permissions),
  }
}

import { randomBytes, timingSafeEqual } from 'node:crypto'
import { uuidv7 } from '../../../kernel/ids.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { Refusal, RefusedError, refuseIf } from '../../../kernel/refusal.ts'
import { isTimeZone, localDay } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database.ts'
import { perform } from '../../../platform/deed.ts'
import type { OpenContext } from '../../../platform/http/binding.ts'
import * as accounts from '../data/accounts.ts'
import { countStores, findStoreByCode, insertCredentials, insertPersons, waitForFounding } from '../data/staff.ts'
import { whyNotWeek, type WeekdayHours } from '../domain/opening.ts'
import { policyProfiles, whyNotPassword } from '../domain/password-policy.ts'
import { oneTimePassword, plainCode } from '../domain/secrets.ts'
import { normalLogin } from '../domain/sign-in.ts'
import { noteAttempt, refuseTooMany } from './attempts.ts'
import { insertStoreWith } from './found-store.ts'
import { hashPassword } from './passwords.ts'
import { oneTimeHours } from './staff-accounts.ts'

const isFirstRun = async (database: Database): Promise<boolean> => (await countStores(database.plain)).stores === 0

/** What the page before the sign-in must know: whether to create a store, and whether to tell the demo log-ins. */
export async function seeFirstRun(database: Database): Promise<{ needed: boolean; demo: boolean }> {
  const { stores, demo } = await countStores(database.plain)
  return { needed: stores === 0, demo }
}

export type FirstRunWish = {
  readonly setupCode: string
  readonly store: { readonly code: string; readonly nameZh: string; readonly nameEn: string; readonly timeZone: string; readonly address: string; readonly phone: string }
  readonly weekdays: readonly WeekdayHours[]
  readonly person: { readonly name: string; readonly login: string; readonly password: string }
}

export type FirstRunParts = { readonly permissions: readonly PermissionEntry[]; readonly firstRunCode: string | null }

/** One person holds what later is apart: the machine, the rights, the house. */
const firstPositions = ['GM', 'SYS', 'SEC'] as const

/** The first store, by whoever read the code where the server was started. Of two at once the second finds a store. */
export async function firstRun({ tools, request }: OpenContext, wish: FirstRunWish, { permissions, firstRunCode }: FirstRunParts): Promise<{ storeId: string; login: string }> {
  const { database, clock } = tools
  const now = clock.now()
  if (!await isFirstRun(database)) throw new RefusedError(new Refusal('organisation.store-there'), 409)
  await refuseTooMany(database, 'first-run', request.ip, now)
  if (!isSame(wish.setupCode, firstRunCode)) {
    await noteAttempt(database, { login: 'first-run', address: request.ip, succeeded: false }, now)
    throw new RefusedError(new Refusal('organisation.wrong-setup-code'), 403)
  }
  refuseIf(isTimeZone(wish.store.timeZone) ? null : new Refusal('organisation.not-a-time-zone', { zone: wish.store.timeZone }))
  refuseIf(whyNotWeek(wish.weekdays))
  const login = normalLogin(wish.person.login)
  refuseIf(whyNotPassword(wish.person.password, login, policyProfiles.standard))
  const personId = uuidv7(now, randomBytes)
  const store = { ...wish.store, id: uuidv7(now, randomBytes), demo: false }
  const passwordHash = await hashPassword(wish.person.password)
  const actor = { personId, name: wish.person.name, storeId: store.id, storeCode: store.code, timeZone: store.timeZone, positions: [...firstPositions], permissions: new Set<string>() }
  await perform(tools, actor, { operation: 'POST /first-run', key: `first-run-${request.id}`, body: null, requestId: request.id }, async ({ tx, record }) => {
    await waitForFounding(tx)
    if ((await countStores(tx)).stores > 0) throw new RefusedError(new Refusal('organisation.store-there'), 409)
    await insertStoreWith(tx, {
      store, permissions, now, since: localDay(now, store.timeZone), weekdays: wish.weekdays, newcomers: [{ id: personId, name: wish.person.name, login, passwordHash }],
      staff: firstPositions.map((position) => ({ personId, position })),
    })
    record({ subject: 'store', subjectId: store.id, after: { ...wish.store, weekdays: wish.weekdays, firstPerson: login } })
    return null
  })
  return { storeId: store.id, login }
}

/** Without a code at start-up nobody can pass: a server that forgot it must not stand open. */
function isSame(typed: string, code: string | null): boolean {
  const [given, wanted] = [Buffer.from(plainCode(typed)), Buffer.from(plainCode(code ?? ''))]
  return wanted.length > 0 && given.length === wanted.length && timingSafeEqual(given, wanted)
}

export type AdministratorWish = { readonly storeCode: string; readonly name: string; readonly login: string; readonly now: Date }

/** For a store that locked itself out, from the command line: a new person with SYS and SEC. The password is printed once and must be changed. */
export async function createAdministrator(database: Database, { storeCode, name, login: typed, now }: AdministratorWish): Promise<{ login: string; password: string }> {
  const store = await findStoreByCode(database.plain, storeCode.toUpperCase())
  if (store === null) throw new RefusedError(new Refusal('organisation.no-such-store', { code: storeCode }))
  const login = normalLogin(typed)
  const password = oneTimePassword(randomBytes)
  const passwordHash = await hashPassword(password)
  const personId = uuidv7(now, randomBytes)
  const actor = { personId, name, storeId: store.id, storeCode, timeZone: store.timeZone, positions: ['SYS', 'SEC'], permissions: new Set<string>() }
  await perform({ database, clock: { now: () => now }, onNews: () => {} }, actor, { operation: 'create-admin', key: `create-admin-${personId}`, body: null, requestId: 'command-line' }, async ({ tx, record }) => {
    const known = await accounts.findPersonByLogin(tx, login)
    refuseIf(known === null ? null : new Refusal('organisation.login-taken', { login }))
    await insertPersons(tx, [{ id: personId, name }])
    await insertCredentials(tx, [{ personId, login, passwordHash }], now, new Date(now.getTime() + oneTimeHours * 3_600_000))
    await accounts.givePositions(tx, store.id, personId, ['SYS', 'SEC'].map((position) => ({ position, since: localDay(now, store.timeZone), until: null })))
    record({ subject: 'staff', subjectId: personId, after: { name, login, positions: ['SYS', 'SEC'] }, reason: 'create-admin' })
    return null
  })
  return { login, password }
}


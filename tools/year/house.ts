import path from 'node:path'
import pg from 'pg'
import { isEmptyStore } from '../../src/app/demo/is-empty.ts'
import { demoPassword, loadDemo, type Tier } from '../../src/app/demo/load-demo.ts'
import { permissions } from '../../src/app/modules.ts'
import { serve } from '../../src/app/serve.ts'
import { storeDatabase } from '../../src/app/store-database.ts'
import { photoFolderOf } from '../../src/app/verify.ts'
import { grantNewDeeds } from '../../src/modules/organisation/public.ts'
import type { Database } from '../../src/platform/database.ts'
import { keptFiles } from '../../src/platform/kept-files.ts'
import { readSettings } from '../../src/platform/settings.ts'

const root = path.join(import.meta.dirname, '../..')
export const seed = 1

export type Read = { readonly status: number; readonly bytes: Buffer; /** At the server, from the question to the answer. */ readonly milliseconds: number }

/** A house whose clock the proof moves: the product's own server in this process, and a way behind its back. */
export type House = {
  readonly database: Database
  readonly photoFolder: string
  readonly now: () => Date
  readonly itIs: (moment: Date) => void
  /** Asks as one of its people; his session goes with the clock. */
  readonly read: (login: string, address: string) => Promise<Read>
  readonly json: <Answer>(login: string, address: string) => Promise<Answer>
  readonly sql: <Row extends pg.QueryResultRow>(query: string, values?: readonly unknown[]) => Promise<Row[]>
  readonly close: () => Promise<void>
}

export type HouseWish = { readonly dataFolder: string; readonly tier: Tier; /** For an empty folder: so many days before today the written history of duties ends. */ readonly tailDays: number; readonly say: (sentence: string) => void }

/** Opens the store of a data folder; an empty one gets the demo store first. */
export async function openHouse({ dataFolder, tier, tailDays, say }: HouseWish): Promise<House> {
  const settings = readSettings({ DATA_DIR: dataFolder }, root)
  if (settings.DATABASE_URL !== undefined) throw new Error('gangwei.settings.json names a database: a simulated year is not lived in that one')
  const store = await storeDatabase(settings)
  await store.migrate()
  const patient = store.open('patient')
  if (await isEmptyStore(patient)) {
    const now = new Date()
    say(`Loading ${tier} …`)
    await loadDemo(patient, { now, seed, tier, files: keptFiles(photoFolderOf(settings.DATA_DIR)), dutiesUntil: new Date(now.getTime() - tailDays * 86_400_000), analyse: () => store.analyse() })
    await store.analyse()
  }
  const [database, owner] = [store.open(), new pg.Client(store.files?.owner)]
  await owner.connect()
  const sql: House['sql'] = async <Row extends pg.QueryResultRow>(query: string, values: readonly unknown[] = []) => (await owner.query<Row>(query, [...values])).rows
  if ((await sql('select from organisation.store where not demo')).length > 0) throw new Error('This is not a demo store: nobody lives a simulated year in it.')
  let moment = new Date()
  const clock = { now: () => moment }
  await grantNewDeeds(database, clock, permissions)
  const photoFolder = photoFolderOf(settings.DATA_DIR)
  const { server, close } = await serve({ database, clock, secureDoor: null, publicUrl: null, logLevel: 'silent', version: 'year', webFolder: null, photoFolder })
  const cookies = new Map<string, string>()
  const signIn = async (login: string): Promise<string> => {
    const answer = await server.inject({ method: 'POST', url: '/api/session', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ login, password: demoPassword }) })
    if (answer.statusCode !== 200) throw new Error(`cannot sign in as ${login}: ${answer.body}`)
    return String(answer.headers['set-cookie']).split(';')[0] ?? ''
  }
  const read: House['read'] = async (login, address) => {
    await sql(`update organisation.session set began_at = $1, seen_at = $1, ends_at = $1::timestamptz + interval '1 hour'`, [moment])
    const cookie = cookies.get(login) ?? await signIn(login)
    cookies.set(login, cookie)
    const began = performance.now()
    const { statusCode, rawPayload } = await server.inject({ method: 'GET', url: `/api${address}`, headers: { cookie } })
    const milliseconds = performance.now() - began
    if (statusCode !== 200) throw new Error(`${login} ${address}: ${String(statusCode)} ${rawPayload.toString()}`)
    return { status: statusCode, bytes: rawPayload, milliseconds }
  }
  return {
    database, photoFolder, sql, read, now: clock.now, itIs: (next) => { moment = next },
    json: async <Answer>(login: string, address: string) => JSON.parse((await read(login, address)).bytes.toString()) as Answer,
    close: async () => { await close(); await owner.end(); await database.close(); await patient.close(); await store.stop() },
  }
}

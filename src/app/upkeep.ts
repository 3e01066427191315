import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../kernel/ids.ts'
import type { Clock } from '../kernel/time.ts'
import { settleWishedParts } from '../modules/appointments/public.ts'
import { endForgotten } from '../modules/attendance/public.ts'
import { rankShelves } from '../modules/counts/public.ts'
import { makeAhead, settleAll } from '../modules/duties/public.ts'
import { lookRound, removeOldNotices, sendDue } from '../modules/notices/public.ts'
import { storeIds } from '../modules/organisation/public.ts'
import { lookForDueEverywhere, removeErasedFiles } from '../modules/privacy/public.ts'
import { reckonLevels } from '../modules/parts-orders/public.ts'
import { sumUpDays } from '../modules/reports/public.ts'
import { sumUpStock } from '../modules/stock-health/public.ts'
import { settleFailedTransfers } from '../modules/transfers/public.ts'
import { stopForgottenClocks } from '../modules/workshop/public.ts'
import { auditKey, writeAnchors } from '../platform/audit/keeping.ts'
import { headsOf, sealAll } from '../platform/audit/seal.ts'
import { isDue, keepCheckRun, latestCheckRuns, type CheckKind } from '../platform/check-runs.ts'
import type { Database } from '../platform/database.ts'
import { diskSpace, gigabytes, isLow } from '../platform/disk.ts'
import { keptFiles } from '../platform/kept-files.ts'
import { react } from './modules.ts'
import { checkChains, checkInvariants, photoFolderOf, type Finding } from './verify.ts'

export type UpkeepParts = {
  readonly database: Database
  /** For checks over years: a pool of its own, with patience. */
  readonly patient: Database
  readonly clock: Clock
  readonly dataFolder: string
  /** Takes a backup and answers a sentence about it; null when backups are switched off or another's task. */
  readonly backup: (() => Promise<string>) | null
  readonly backupHours: number
  readonly say: (sentence: string) => void
}

const second = 1_000
const hour = 3_600 * second

/** Work beside the people's: one at a time, the next one only after the last has ended, and a failure is said once and tried again. */
function every(milliseconds: number, say: (sentence: string) => void, work: () => Promise<void>): () => Promise<void> {
  let [stopped, failing] = [false, false]
  let timer: NodeJS.Timeout | undefined
  const turn = async (): Promise<void> => {
    try {
      await work()
      failing = false
    } catch (cause) {
      if (!failing && !stopped) say(`Upkeep failed and is tried again: ${cause instanceof Error ? cause.message : String(cause)}`)
      failing = true
    }
  }
  let running: Promise<void> = Promise.resolve()
  const plan = (): void => {
    timer = setTimeout(() => { running = turn().then(() => { if (!stopped) plan() }) }, milliseconds)
    timer.unref()
  }
  plan()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

/** What is done once a day, by whoever asks again and again: also where the product is started every morning and never runs for a whole day. What failed is done at the next asking. */
export function onceADay(clock: Clock, work: () => Promise<unknown>): () => Promise<void> {
  let day = ''
  return async () => {
    const today = clock.now().toISOString().slice(0, 10)
    if (day === today) return
    await work()
    day = today
  }
}

async function recorded(parts: UpkeepParts, kind: CheckKind, work: () => Promise<{ sound: boolean; findings: string[] }>): Promise<void> {
  const beganAt = parts.clock.now()
  const { sound, findings } = await work().catch((cause: unknown) => ({ sound: false, findings: [cause instanceof Error ? cause.message : String(cause)] }))
  if (!sound) parts.say(`Check of ${kind}: ${findings.join('; ')}`)
  const endedAt = parts.clock.now()
  await keepCheckRun(parts.database, { id: uuidv7(endedAt, randomBytes), kind, beganAt, endedAt, sound, findings })
}

async function whenDue(parts: UpkeepParts, kind: CheckKind, hours: number, work: () => Promise<{ sound: boolean; findings: string[] }>): Promise<void> {
  const last = (await latestCheckRuns(parts.database.plain)).find((run) => run.kind === kind)
  if (isDue(last, parts.clock.now(), hours)) await recorded(parts, kind, work)
}

const wrong = (findings: readonly Finding[]): { sound: boolean; findings: string[] } => {
  const broken = findings.filter(({ rows }) => rows > 0)
  return { sound: broken.length === 0, findings: broken.length === 0 ? findings.map(({ name }) => name) : broken.map(({ name, rows, first }) => `${name}: ${String(rows)}, ${JSON.stringify(first)}`) }
}

async function writeHeads({ database, dataFolder, clock }: UpkeepParts): Promise<void> {
  const stores = await storeIds(database.plain)
  if (stores.length > 0) writeAnchors(dataFolder, await headsOf(database, stores), clock.now())
}

async function watchDisk(parts: UpkeepParts): Promise<void> {
  const space = await diskSpace(parts.dataFolder)
  if (!isLow(space)) return
  await recorded(parts, 'disk', async () => ({ sound: false, findings: [`Only ${gigabytes(space.freeBytes)} of ${gigabytes(space.allBytes)} are free in ${parts.dataFolder}. Make room: a database without room stops.`] }))
}

/** News that everybody has heard, and answers to requests that nobody repeats any more, are removed a thousand at a time. */
async function removeOld({ database, clock }: UpkeepParts): Promise<void> {
  const before = (hours: number): Date => new Date(clock.now().getTime() - hours * hour)
  for (const storeId of await storeIds(database.plain)) {
    const sweep = (work: () => Promise<number>): Promise<void> => work().then((removed) => (removed === 1_000 ? sweep(work) : undefined))
    await sweep(() => database.transaction([storeId], (tx) => tx.run`
      delete from platform.outbox where store_id = ${storeId} and id in (select id from platform.outbox where store_id = ${storeId} and at < ${before(24)} order by id limit 1000)`))
    await sweep(() => database.transaction([storeId], (tx) => tx.run`
      delete from platform.idempotency where store_id = ${storeId} and (person_id, key) in
        (select person_id, key from platform.idempotency where store_id = ${storeId} and at < ${before(7 * 24)} order by at limit 1000)`))
  }
}

/**
 * What runs by itself while the product serves: the audit is sealed every second, heads are written down daily, old news removed hourly,
 * disk watched every minute; duties are made a week ahead and closed by data; clocks that ran past closing are stopped, who forgot to clock out has left; parts kept for an appointment go over to its car or are free again; requests that another store does not serve wait for another source; settled days are summed up for the figures, months of the stock too; reorder points and the shelves to be counted next are reckoned daily; customers nobody heard of for years are listed for people to decide on; files of erased records are removed; what is due is told, and what is to leave the house is sent; once a day the invariants and the audit chain are checked and a backup is taken (when it was due while the product stood still: ten minutes after its start). Answers how to stop it.
 */
export function startUpkeep(parts: UpkeepParts): () => Promise<void> {
  const { database, patient, clock, dataFolder, say } = parts
  const key = auditKey(dataFolder)
  let stores: string[] = []
  const heads = onceADay(clock, () => writeHeads(parts))
  const quietCustomers = onceADay(clock, () => lookForDueEverywhere(patient, clock.now()))
  const stops = [
    every(second, say, async () => {
      if (stores.length === 0 || clock.now().getSeconds() === 0) stores = await storeIds(database.plain)
      await sealAll(database, key, stores, clock.now)
      await heads()
    }),
    every(60 * second, say, () => watchDisk(parts)),
    every(600 * second, say, async () => { await makeAhead(patient, clock.now()) }),
    every(20 * second, say, async () => { await settleAll(patient, clock.now()) }),
    every(60 * second, say, async () => {
      await stopForgottenClocks(patient, clock.now())
      await endForgotten(patient, clock.now())
      await settleWishedParts(patient, clock.now())
    }),
    every(5 * second, say, async () => { await settleFailedTransfers({ database: patient, clock, react }) }),
    every(30 * second, say, async () => { await lookRound(patient, clock) }),
    every(2 * second, say, async () => { await sendDue(database, clock) }),
    every(hour, say, async () => {
      await removeOld(parts)
      await removeOldNotices(database, clock.now())
    }),
    every(600 * second, say, quietCustomers),
    every(20 * second, say, async () => { await removeErasedFiles(database, keptFiles(photoFolderOf(dataFolder))) }),
    every(60 * second, say, async () => { await sumUpDays(patient, clock.now()) }),
    every(20 * second, say, async () => { await sumUpStock(patient, clock.now()) }),
    every(20 * second, say, async () => { await reckonLevels(patient, clock.now()) }),
    every(20 * second, say, async () => { await rankShelves(patient, clock.now()) }),
    every(600 * second, say, async () => {
      await whenDue(parts, 'invariants', 24, async () => wrong(await checkInvariants(patient)))
      await whenDue(parts, 'chain', 24, async () => wrong(await checkChains(patient, dataFolder)))
      const { backup } = parts
      if (backup !== null) await whenDue(parts, 'backup', parts.backupHours, async () => ({ sound: true, findings: [await backup()] }))
    }),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
    await sealAll(database, key, await storeIds(database.plain), clock.now)
    await writeHeads(parts)
  }
}

export const sealWhatWaits = async (database: Database, dataFolder: string, now: () => Date): Promise<number> =>
  sealAll(database, auditKey(dataFolder), await storeIds(database.plain), now)

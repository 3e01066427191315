import { Refusal, found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import type { listTillEntries as entriesRoute, listTills as listRoute, seeClosing as closingRoute, seeTill as tillRoute } from '../contract.ts'
import * as data from '../data/tills.ts'
import { ratesOf, type Channel, type FeeRate } from '../domain/fee.ts'
import { whyNotCloseTill, type Way } from '../domain/till.ts'
import { cashOutside } from './cash-outside-port.ts'

export const ratesFor = async ({ tx, by }: Reading): Promise<FeeRate[]> => ratesOf(await data.feeRates(tx, by.storeId))

export async function openTill(deed: Deed, { floatFen }: { floatFen: number }): Promise<{ day: string }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  refuseIf((await data.findTill(tx, by.storeId, day)) === null ? null : new Refusal('settlement.till-opened-already'))
  await data.insertTill(tx, by.storeId, { day, floatFen, by: by.personId, at: now })
  deed.record({ subject: 'till', subjectId: deed.newId(), after: { day, floatFen } })
  deed.announce({ event: 'statement.till-opened', subjectId: by.storeId })
  return { day }
}

const cashOf = (sums: readonly data.WaySum[], till: data.TillData | null): number => (till?.floatFen ?? 0) + (sums.find(({ way }) => way === 'cash')?.amountFen ?? 0)

/** What the drawer of a day should hold: the float and the day's cash. */
export const cashIn = async ({ tx, by }: Reading, till: data.TillData | null, day: LocalDay): Promise<number> => cashOf(await data.sumsOfDay(tx, by.storeId, day), till)

const isChannel = (sum: data.WaySum): sum is data.WaySum & { way: Channel } => sum.way !== 'cash'

export type CloseWish = { /** A day before today whose till nobody closed; left out: today. */ readonly day?: LocalDay | undefined; readonly countedFen: number; readonly stated: readonly { readonly way: Channel; readonly statedFen: number }[]; readonly reason: string }

/** The drawer is counted against float plus the day's cash, each channel's statement compared with what it took by the books; after this the day takes no payment any more. */
export async function closeTill(deed: Deed, wish: CloseWish): Promise<{ day: string; expectedFen: number; differenceFen: number }> {
  const { tx, by, now } = deed
  const day = wish.day ?? localDay(now, by.timeZone)
  const till = await data.lockTill(tx, by.storeId, day, true)
  const sums = await data.sumsOfDay(tx, by.storeId, day)
  const expectedFen = cashOf(sums, till)
  const ways = sums.filter(isChannel).map(({ way, amountFen }) => ({ way, takenFen: amountFen, statedFen: wish.stated.find((one) => one.way === way)?.statedFen ?? null }))
  refuseIf(whyNotCloseTill(till, { expectedFen, countedFen: wish.countedFen, ways, reason: wish.reason }))
  const reason = wish.reason.trim() === '' ? null : wish.reason
  await data.closeTill(tx, by.storeId, { day, countedFen: wish.countedFen, expectedFen, reason, by: by.personId, at: now })
  await data.insertTillWays(tx, by.storeId, day, ways.map((way) => ({ ...way, statedFen: way.statedFen ?? way.takenFen })))
  deed.record({ subject: 'till', subjectId: deed.newId(), after: { day, expectedFen, countedFen: wish.countedFen, ways }, reason: wish.reason })
  deed.announce({ event: 'statement.till-closed', subjectId: by.storeId })
  return { day, expectedFen, differenceFen: wish.countedFen - expectedFen }
}

const shownTill = ({ closedBy: _, ...till }: data.TillData) => ({ ...till, openedAt: till.openedAt.toISOString(), closedAt: till.closedAt?.toISOString() ?? null })

export async function seeTill(reading: Reading): Promise<AnswerOf<typeof tillRoute>> {
  const { tx, by, now } = reading
  const day = localDay(now, by.timeZone)
  const till = await data.findTill(tx, by.storeId, day)
  const sums = await data.sumsOfDay(tx, by.storeId, day)
  return {
    day, sums, expectedFen: cashOf(sums, till), till: till === null ? null : shownTill(till), rates: await ratesFor(reading),
    forgotten: (await data.forgottenTill(tx, by.storeId, day))?.day ?? null,
  }
}

async function namesOf(reading: Reading, tills: readonly data.TillData[]): Promise<(id: string | null) => string> {
  const staff = await staffOf(reading, tills.flatMap(({ closedBy }) => closedBy ?? []))
  return (id) => staff.find((person) => person.id === id)?.name ?? ''
}

export async function listTills(reading: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const found_ = await data.listTills(tx, by.storeId, { before: query.after ?? null, from: query.from ?? null, until: query.until ?? null, open: query.open === 'yes', limit: query.limit + 1 })
  const rows = found_.slice(0, query.limit)
  const name = await namesOf(reading, rows)
  return { rows: rows.map(({ waysOffFen, feeFen, ...till }) => ({ ...shownTill(till), waysOffFen, feeFen, closedByName: name(till.closedBy) })), next: found_.length > query.limit ? (rows.at(-1)?.day ?? null) : null }
}

export async function seeClosing(reading: Reading, day: LocalDay): Promise<AnswerOf<typeof closingRoute>> {
  const { tx, by } = reading
  const till = found(await data.findTill(tx, by.storeId, day), 'till')
  const sums = await data.sumsOfDay(tx, by.storeId, day)
  const stated = await data.tillWaysOf(tx, by.storeId, day)
  const name = await namesOf(reading, [till])
  const outside = till.closedAt === null ? await cashOutside(reading) : []
  return {
    ...shownTill(till), expectedFen: till.expectedFen ?? cashOf(sums, till), closedByName: name(till.closedBy),
    ways: sums.map((sum) => ({ ...sum, statedFen: stated.find(({ way }) => way === sum.way)?.statedFen ?? null })),
    collected: await data.collectedOn(tx, by.storeId, day), outside: outside.map(({ handedAt, ...row }) => ({ ...row, handedAt: handedAt.toISOString() })),
  }
}

export async function listEntries({ tx, by }: Reading, day: LocalDay, { query }: { query: { after?: string | undefined; limit: number; way?: Way | undefined; find?: string | undefined } }): Promise<AnswerOf<typeof entriesRoute>> {
  const found_ = await data.entriesOfDay(tx, by.storeId, { day, way: query.way ?? null, find: query.find?.trim() ?? '', after: query.after ?? null, limit: query.limit + 1 })
  const rows = found_.slice(0, query.limit)
  return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next: found_.length > query.limit ? (rows.at(-1)?.id ?? null) : null }
}

/** The rate by which the page proposes a fee, as the contract with the channel says it; payments keep what was written on them. */
export async function keepRate(deed: Deed, wish: FeeRate): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = (await ratesFor(deed)).find(({ way }) => way === wish.way)
  const kept = await data.keepFeeRate(tx, by.storeId, wish)
  if (kept === null || before === undefined) refuseStale(before?.version ?? 0, -1)
  deed.record({ subject: 'way-fee', subjectId: deed.newId(), before, after: wish })
  deed.announce({ event: 'statement.fee-rate-changed', subjectId: by.storeId })
  return { version: wish.version + 1 }
}

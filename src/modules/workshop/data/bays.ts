import type { Tx } from '../../../platform/database.ts'
import { begunSpan, type BayKind, type Held } from '../domain/bays.ts'

export type BayData = { id: string; name: string; kind: BayKind; place: number; active: boolean; version: number }

export const listBays = (tx: Tx, storeId: string) => tx.all<BayData>`
  select id, name, kind, place, active, version from workshop.bay where store_id = ${storeId} order by place, name limit 200`

export const lockBay = (tx: Tx, storeId: string, bayId: string) => tx.maybe<BayData>`
  select id, name, kind, place, active, version from workshop.bay where store_id = ${storeId} and id = ${bayId} for update`

export const isNamed = async (tx: Tx, storeId: string, name: string, but: string | null): Promise<boolean> => (await tx.one<{ is: boolean }>`
  select exists (select from workshop.bay where store_id = ${storeId} and name = ${name} and id is distinct from ${but}) as is`).is

export const insertBays = (tx: Tx, storeId: string, bays: readonly Omit<BayData, 'active' | 'version'>[]) => tx.run`
  insert into workshop.bay (store_id, id, name, kind, place)
  select ${storeId}, * from unnest(${bays.map((b) => b.id)}::uuid[], ${bays.map((b) => b.name)}::text[], ${bays.map((b) => b.kind)}::text[], ${bays.map((b) => b.place)}::integer[])`

export const updateBay = (tx: Tx, storeId: string, bay: Omit<BayData, 'version'>) => tx.run`
  update workshop.bay set name = ${bay.name}, kind = ${bay.kind}, place = ${bay.place}, active = ${bay.active}, version = version + 1 where store_id = ${storeId} and id = ${bay.id}`

/** Open work keeps its place when its bay gets another name. */
export const renameOnJobs = (tx: Tx, storeId: string, before: string, after: string) => tx.run`
  update workshop.job set bay = ${after}, version = version + 1 where store_id = ${storeId} and bay = ${before} and finished_at is null`

export const openJobsInBay = async (tx: Tx, storeId: string, name: string): Promise<number> => (await tx.one<{ count: number }>`
  select count(*)::int as count from workshop.job where store_id = ${storeId} and bay = ${name} and finished_at is null`).count

export type OutData = { id: string; bayId: string; fromAt: Date; untilAt: Date; reason: string; saidByName: string; version: number }

/** Bays out of service at some time of a span, and what is announced. */
export const outOfService = (tx: Tx, storeId: string, after: Date) => tx.all<OutData>`
  select id, bay_id, from_at, until_at, reason, said_by_name, version from workshop.bay_out_of_service where store_id = ${storeId} and until_at > ${after} order by from_at, id limit 500`

export const lockOut = (tx: Tx, storeId: string, outId: string) => tx.maybe<OutData>`
  select id, bay_id, from_at, until_at, reason, said_by_name, version from workshop.bay_out_of_service where store_id = ${storeId} and id = ${outId} for update`

export const insertOut = (tx: Tx, storeId: string, out: Omit<OutData, 'version'>) => tx.run`
  insert into workshop.bay_out_of_service (store_id, id, bay_id, from_at, until_at, reason, said_by_name)
  values (${storeId}, ${out.id}, ${out.bayId}, ${out.fromAt}, ${out.untilAt}, ${out.reason}, ${out.saidByName})`

export const endOut = (tx: Tx, storeId: string, outId: string, at: Date) => tx.run`
  update workshop.bay_out_of_service set until_at = greatest(from_at, ${at}), version = version + 1 where store_id = ${storeId} and id = ${outId}`

type Taking = { jobId: string; orderId: string; plate: string; technicianId?: string; begun: boolean; from: string; until: string }
type HeldRow = { name: string; kind: BayKind; active: boolean; outOfService: { from: string; until: string; reason: string }[]; taken: Taking[] }

const spanned = <S extends { from: string; until: string }>({ from, until, ...rest }: S) => ({ ...rest, from: Date.parse(from), until: Date.parse(until) })

export type Holding = { readonly names: readonly string[]; readonly people: readonly string[]; /** A job that is itself moved is in nobody's way. */ readonly but: string | null; readonly now: Date }

/** All bays with what is in their way, and what people have in hand; the bays that are wanted stay locked. */
export async function holdBays(tx: Tx, storeId: string, { names, people, but, now }: Holding): Promise<Held> {
  const rows = await tx.all<HeldRow>`select name, kind, active, out_of_service, taken from workshop.hold_bays(${storeId}, ${names}, ${people}::uuid[], ${now})`
  const takings = (taken: readonly Taking[]) => taken.filter(({ jobId }) => jobId !== but).map(spanned)
    .map(({ begun, from, until, technicianId = '', ...one }) => ({ ...one, technicianId, ...(begun ? begunSpan({ from, until }, now.getTime()) : { from, until }) }))
  return {
    bays: rows.filter(({ name }) => name !== '').map(({ outOfService: out, taken, ...bay }) => ({ ...bay, outOfService: out.map(spanned), taken: takings(taken) })),
    people: rows.filter(({ name }) => name === '').flatMap(({ taken }) => takings(taken)),
  }
}

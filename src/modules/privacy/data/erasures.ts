import { empty, sql, type Tx } from '../../../platform/database.ts'

export type ErasureData = {
  id: string; number: string; cause: 'demand' | 'retention'; status: 'asked' | 'done' | 'refused' | 'withdrawn'; demandedBy: string; identifiedBy: string; reason: string
  askedAt: Date; askedBy: string; askedByName: string; decidedAt: Date | null; decidedByName: string | null; version: number
}

const columns = sql`e.id, e.number, e.cause, e.status, e.demanded_by, e.identified_by, e.reason, e.asked_at, e.asked_by, e.asked_by_name, e.decided_at, e.decided_by_name, e.version`

export type NewErasure = Pick<ErasureData, 'id' | 'number' | 'cause' | 'demandedBy' | 'identifiedBy' | 'reason' | 'askedAt' | 'askedBy' | 'askedByName'>

export async function insertErasure(tx: Tx, storeId: string, e: NewErasure, customerIds: readonly string[]): Promise<void> {
  await tx.run`
    insert into privacy.erasure (store_id, id, number, cause, demanded_by, identified_by, reason, asked_at, asked_by, asked_by_name)
    values (${storeId}, ${e.id}, ${e.number}, ${e.cause}, ${e.demandedBy}, ${e.identifiedBy}, ${e.reason}, ${e.askedAt}, ${e.askedBy}, ${e.askedByName})`
  await tx.run`insert into privacy.erasure_customer (store_id, erasure_id, customer_id) select ${storeId}, ${e.id}, unnest(${customerIds}::uuid[])`
}

export const lockErasure = (tx: Tx, storeId: string, erasureId: string) => tx.maybe<ErasureData>`
  select ${columns} from privacy.erasure e where e.store_id = ${storeId} and e.id = ${erasureId} for update`

export const customersOf = (tx: Tx, storeId: string, erasureIds: readonly string[]) => tx.all<{ erasureId: string; customerId: string; name: string; pseudonym: string | null }>`
  select c.erasure_id, c.customer_id, p.name, c.pseudonym from privacy.erasure_customer c join customers.v_person p on p.store_id = c.store_id and p.id = c.customer_id
  where c.store_id = ${storeId} and c.erasure_id = any(${erasureIds}::uuid[]) order by c.customer_id`

/** Of these, who is in a request that still waits. */
export const waitingOf = (tx: Tx, storeId: string, customerIds: readonly string[]) => tx.all<{ customerId: string }>`
  select c.customer_id from privacy.erasure_customer c join privacy.erasure e on e.store_id = c.store_id and e.id = c.erasure_id
  where c.store_id = ${storeId} and c.customer_id = any(${customerIds}::uuid[]) and e.status = 'asked'`

export const listErasures = (tx: Tx, storeId: string, { after, limit }: { after: string | null; limit: number }) => tx.all<ErasureData>`
  select ${columns} from privacy.erasure e where e.store_id = ${storeId} ${after === null ? empty : sql`and e.id < ${after}`} order by e.id desc limit ${limit}`

type Decision = { id: string; status: 'done' | 'refused' | 'withdrawn'; at: Date; by: string; byName: string }

/** With a yes, this transaction alone may change what ledgers say about a person. */
export const decideErasure = (tx: Tx, storeId: string, { id, status, at, by, byName }: Decision) => tx.run`
  update privacy.erasure set status = ${status}, decided_at = ${at}, decided_by = ${by}, decided_by_name = ${byName}, version = version + 1,
    in_transaction = case when ${status} = 'done' then pg_current_xact_id() end
  where store_id = ${storeId} and id = ${id}`

export const keepPseudonym = (tx: Tx, storeId: string, kept: { erasureId: string; customerId: string; pseudonym: string; counts: Readonly<Record<string, number>> }) => tx.run`
  update privacy.erasure_customer set pseudonym = ${kept.pseudonym}, counts = ${JSON.stringify(kept.counts)}::jsonb
  where store_id = ${storeId} and erasure_id = ${kept.erasureId} and customer_id = ${kept.customerId}`

export const insertFilesToRemove = (tx: Tx, storeId: string, hashes: readonly string[], at: Date) => tx.run`
  insert into privacy.file_to_remove (store_id, sha256, at) select ${storeId}, unnest(${hashes}::text[]), ${at} on conflict do nothing`

export const filesToRemove = (tx: Tx, storeId: string) => tx.all<{ sha256: string }>`select sha256 from privacy.file_to_remove where store_id = ${storeId} order by sha256 limit 200`

export const deleteFileToRemove = (tx: Tx, storeId: string, sha256: string) => tx.run`delete from privacy.file_to_remove where store_id = ${storeId} and sha256 = ${sha256}`

/** Every request about him, also those refused before. */
export const erasuresOf = async (tx: Tx, storeId: string, customerIds: readonly string[]): Promise<string[]> => (await tx.all<{ erasureId: string }>`
  select erasure_id from privacy.erasure_customer where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`).map(({ erasureId }) => erasureId)

/** Who demanded it and in which words is about him too; that somebody was identified stays said. */
export const cleanErasures = (tx: Tx, storeId: string, erasureIds: readonly string[], { from, to }: { from: readonly string[]; to: readonly string[] }) => tx.run`
  update privacy.erasure set demanded_by = case when cause = 'demand' then '—' else '' end, identified_by = platform.replaced(identified_by, ${from}::text[], ${to}::text[]), reason = platform.replaced(reason, ${from}::text[], ${to}::text[])
  where store_id = ${storeId} and id = any(${erasureIds}::uuid[])`

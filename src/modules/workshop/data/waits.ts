import type { Tx } from '../../../platform/database.ts'
import type { WaitReason } from '../domain/jobs.ts'

export type WaitData = { jobId: string; orderId: string; lineId: string; bay: string; technicianName: string; reason: WaitReason; since: Date; words: string | null; explainedAt: Date | null; explainedBy: string | null }

/** Paused jobs, since when their clocks stand, and the last word about it; the oldest first. */
export const listWaits = (tx: Tx, storeId: string) => tx.all<WaitData>`
  select j.id as job_id, j.order_id, j.line_id, j.bay, j.technician_name, j.reason, coalesce(c.since, j.dispatched_at) as since, n.words, n.at as explained_at, n.person_name as explained_by
  from workshop.job j
  left join lateral (select max(c.stopped_at) as since from workshop.clock c where c.store_id = j.store_id and c.order_id = j.order_id and c.job_id = j.id) c on true
  left join lateral (select n.words, n.at, n.person_name from workshop.wait_note n where n.store_id = j.store_id and n.job_id = j.id order by n.id desc limit 1) n on true
  where j.store_id = ${storeId} and j.status = 'paused' order by since, j.id limit 300`

export const insertWaitNote = (tx: Tx, storeId: string, note: { id: string; jobId: string; at: Date; personId: string; personName: string; words: string }) => tx.run`
  insert into workshop.wait_note (store_id, id, job_id, at, person_id, person_name, words)
  values (${storeId}, ${note.id}, ${note.jobId}, ${note.at}, ${note.personId}, ${note.personName}, ${note.words})`

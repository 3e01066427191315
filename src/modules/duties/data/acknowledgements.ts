import { sql, type Tx } from '../../../platform/database.ts'
import type { SupervisorsAction } from '../domain/instance.ts'

export type AcknowledgementData = { id: string; instanceId: string; at: Date; personId: string; personName: string; action: SupervisorsAction; note: string }

/** With when, why and by whom it was taken back, where it was. */
export type SpokenData = AcknowledgementData & { takenBackAt: Date | null; takenBackReason: string | null; takenBackByName: string | null }

const spoken = sql`
  select a.id, a.instance_id, a.at, a.person_id, a.person_name, a.action, a.note, b.at as taken_back_at, b.reason as taken_back_reason, b.person_name as taken_back_by_name
  from duties.acknowledgement a left join duties.acknowledgement_back b on b.store_id = a.store_id and b.acknowledgement_id = a.id`

export const acknowledgementsOf = (tx: Tx, storeId: string, instanceIds: readonly string[]) => tx.all<SpokenData>`
  ${spoken} where a.store_id = ${storeId} and a.instance_id = any(${instanceIds}) order by a.id`

export const findAcknowledgement = (tx: Tx, storeId: string, id: string) => tx.maybe<SpokenData>`${spoken} where a.store_id = ${storeId} and a.id = ${id}`

export const insertAcknowledgement = (tx: Tx, storeId: string, a: AcknowledgementData) => tx.run`
  insert into duties.acknowledgement (store_id, id, instance_id, at, person_id, person_name, action, note)
  values (${storeId}, ${a.id}, ${a.instanceId}, ${a.at}, ${a.personId}, ${a.personName}, ${a.action}, ${a.note})`

export const insertTakenBack = (tx: Tx, storeId: string, b: { acknowledgementId: string; at: Date; personId: string; personName: string; reason: string }) => tx.run`
  insert into duties.acknowledgement_back (store_id, acknowledgement_id, at, person_id, person_name, reason)
  values (${storeId}, ${b.acknowledgementId}, ${b.at}, ${b.personId}, ${b.personName}, ${b.reason})`

/** Excused no more: owed again while it can still be done, else missed at the moment at which it was over. */
export const unexcuse = (tx: Tx, storeId: string, instanceId: string, excusedAt: Date, now: Date) => tx.run`
  update duties.instance set status = case when closes_at > ${now} then 'open' else 'missed' end,
    closed_at = case when closes_at > ${now} then null when closed_at = ${excusedAt} then closes_at else closed_at end, version = version + 1
  where store_id = ${storeId} and id = ${instanceId} and status = 'excused'`

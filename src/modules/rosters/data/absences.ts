import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { AbsenceChange, AbsenceKind } from '../domain/absence.ts'
import type { Away } from '../domain/roster.ts'

export type AbsenceData = {
  id: string; personId: string; personName: string; fromDay: string; untilDay: string; kind: AbsenceKind; reason: string; deputyId: string | null; deputyName: string; cancelled: boolean; version: number
}

const columns = sql`id, person_id, person_name, from_day, until_day, kind, reason, deputy_id, deputy_name, cancelled, version`

/** Whoever is away on some day of the span. */
export const listAway = (tx: Tx, storeId: string, from: string, until: string) => tx.all<Away & { id: string }>`
  select id, person_id, from_day, until_day, kind, deputy_id, deputy_name from rosters.absence where store_id = ${storeId} and not cancelled and until_day >= ${from} and from_day <= ${until}`

/** `now`: those that are not over yet, the next to begin first; at most as many as a store has people. `all`: newest first. */
export const listCurrent = (tx: Tx, storeId: string, today: string) => tx.all<AbsenceData>`
  select ${columns} from rosters.absence where store_id = ${storeId} and not cancelled and until_day >= ${today} order by from_day, id limit 500`

export const listAll = (tx: Tx, storeId: string, { after, limit }: { after: string | null; limit: number }) => tx.all<AbsenceData>`
  select ${columns} from rosters.absence where store_id = ${storeId} ${after === null ? empty : sql`and id < ${after}`} order by id desc limit ${limit}`

/** Those of a person and those in which he stands in for another, as far as they reach a day or later. */
export const listOwn = (tx: Tx, storeId: string, personId: string, since: string) => tx.all<AbsenceData>`
  select ${columns} from rosters.absence where store_id = ${storeId} and until_day >= ${since} and (person_id = ${personId} or deputy_id = ${personId}) order by from_day desc limit 100`

export const lockAbsence = (tx: Tx, storeId: string, absenceId: string) => tx.maybe<AbsenceData>`
  select ${columns} from rosters.absence where store_id = ${storeId} and id = ${absenceId} for update`

export type NewAbsence = Omit<AbsenceData, 'cancelled' | 'version'>

export const insertAbsences = (tx: Tx, storeId: string, rows: readonly NewAbsence[]) => tx.run`
  insert into rosters.absence (store_id, id, person_id, person_name, from_day, until_day, kind, reason, deputy_id, deputy_name)
  select ${storeId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => r.personName)}::text[], ${rows.map((r) => r.fromDay)}::date[],
    ${rows.map((r) => r.untilDay)}::date[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.reason)}::text[], ${rows.map((r) => r.deputyId)}::uuid[], ${rows.map((r) => r.deputyName)}::text[])`

export const updateAbsence = (tx: Tx, storeId: string, a: Pick<AbsenceData, 'id' | 'untilDay' | 'deputyId' | 'deputyName' | 'cancelled'>) => tx.run`
  update rosters.absence set until_day = ${a.untilDay}, deputy_id = ${a.deputyId}, deputy_name = ${a.deputyName}, cancelled = ${a.cancelled}, version = version + 1 where store_id = ${storeId} and id = ${a.id}`

export type ChangeData = { id: string; absenceId: string; at: Date; personId: string; personName: string; change: AbsenceChange; untilDay: string; deputyName: string; reason: string }

export const insertChanges = (tx: Tx, storeId: string, rows: readonly ChangeData[]) => tx.run`
  insert into rosters.absence_change (store_id, id, absence_id, at, person_id, person_name, change, until_day, deputy_name, reason)
  select ${storeId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.absenceId)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[], ${rows.map((r) => r.personId)}::uuid[],
    ${rows.map((r) => r.personName)}::text[], ${rows.map((r) => r.change)}::text[], ${rows.map((r) => r.untilDay)}::date[], ${rows.map((r) => r.deputyName)}::text[], ${rows.map((r) => r.reason)}::text[])`

export const changesOf = (tx: Tx, storeId: string, absenceIds: readonly string[]) => tx.all<ChangeData>`
  select id, absence_id, at, person_id, person_name, change, until_day, deputy_name, reason from rosters.absence_change where store_id = ${storeId} and absence_id = any(${absenceIds}) order by id`

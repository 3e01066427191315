import type { Position } from '../../../kernel/permissions.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import type { ShippedDuty } from '../domain/default-pack.ts'
import type { DeadlineMove } from '../domain/occurrences.ts'
import { ownPack } from '../domain/own-duty.ts'
import type { ProofPart } from '../domain/pack.ts'

export type DutyData = {
  id: string; place: number; position: Position; area: string; zh: string; en: string; due: string; proof: ProofPart[]; watch: Position[]; holder: 'each' | 'position'
  graceMinutes: number; move: DeadlineMove; active: boolean; edited: boolean; version: number
  /** Which manual it is a line of. */ pack: string; /** Of a duty of the store's own: whose data proof closes it too. */ provedBy: string | null
  /** No line of its manual any more, or the whole manual is switched off. */ withdrawn: 'gone' | 'off' | null
  /** Of a duty that the store added: its first day; its last where one is set. */ since: string | null; until: string | null
  /** Positions that supervise this duty beside those that the manual's edges name. */ supervisors: Position[]
  /** When it was last changed while one of its instances stood; what opens later is in the new form. */ changedAt: Date | null
}

const columns = sql`id, place, position, area, zh, en, due, proof, watch, holder, grace_minutes, move, active, edited, version, pack, proved_by, withdrawn, since, until, supervisors, changed_at`

export const listDuties = (tx: Tx, storeId: string) => tx.all<DutyData>`select ${columns} from duties.duty where store_id = ${storeId} order by pack <> 'default', pack, place`

/** Who watches whom, duty by duty: of all lines, also those that are withdrawn. */
export const edgesOf = (tx: Tx, storeId: string) => tx.all<Pick<DutyData, 'id' | 'position' | 'watch' | 'supervisors' | 'withdrawn' | 'since' | 'until'>>`
  select id, position, watch, supervisors, withdrawn, since, until from duties.duty where store_id = ${storeId} and (watch <> '{}' or supervisors <> '{}')`

/** What these positions have to do now, without what was switched off or withdrawn. */
export const dutiesOf = (tx: Tx, storeId: string, positions: readonly string[]) => tx.all<DutyData>`
  select ${columns} from duties.duty where store_id = ${storeId} and position = any(${positions}::text[]) and active and withdrawn is null order by pack <> 'default', pack, place`

export const lockDuty = (tx: Tx, storeId: string, dutyId: string) => tx.maybe<DutyData>`
  select ${columns} from duties.duty where store_id = ${storeId} and id = ${dutyId} for update`

/** Two who add at once come one after the other: the numbers have no gap. Answers the place of the next. */
export async function nextOwnPlace(tx: Tx, storeId: string): Promise<number> {
  await tx.run`select pg_advisory_xact_lock(hashtext('own duties ' || ${storeId}::text))`
  return (await tx.one<{ place: number }>`select coalesce(max(place), 0) + 1 as place from duties.duty where store_id = ${storeId} and pack = ${ownPack}`).place
}

export type OwnDutyData = Pick<DutyData, 'id' | 'place' | 'position' | 'zh' | 'en' | 'due' | 'proof' | 'holder' | 'graceMinutes' | 'move' | 'since' | 'supervisors'>

export const insertOwnDuty = (tx: Tx, storeId: string, d: OwnDutyData) => tx.run`
  insert into duties.duty (store_id, id, pack, place, position, area, zh, en, due, proof, watch, holder, grace_minutes, move, since, supervisors)
  values (${storeId}, ${d.id}, ${ownPack}, ${d.place}, ${d.position}, '', ${d.zh}, ${d.en}, ${d.due}, ${JSON.stringify(d.proof)}::jsonb, '{}', ${d.holder}, ${d.graceMinutes}, ${d.move}, ${d.since}, ${d.supervisors})`

export const setLastDay = (tx: Tx, storeId: string, dutyId: string, until: string) => tx.run`
  update duties.duty set until = ${until}, version = version + 1 where store_id = ${storeId} and id = ${dutyId}`

/** New lines of the pack come in, changed ones follow it; what the store edited stays. Answers how many rows changed. */
export const putShipped = (tx: Tx, storeId: string, duties: readonly ShippedDuty[]) => tx.run`
  insert into duties.duty as d (store_id, id, place, position, area, zh, en, due, proof, watch, holder)
  select ${storeId}, s.id, s.place, s.position, s.area, s.zh, s.en, s.due, s.proof, array(select jsonb_array_elements_text(s.watch)), s.holder
  from jsonb_to_recordset(${JSON.stringify(duties.map(({ when, ...duty }, place) => ({ ...duty, due: when, place })))}::jsonb)
    as s(id text, place integer, position text, area text, zh text, en text, due text, proof jsonb, watch jsonb, holder text)
  on conflict (store_id, id) do update set place = excluded.place, area = excluded.area, zh = excluded.zh, en = excluded.en, due = excluded.due, proof = excluded.proof, watch = excluded.watch,
    holder = excluded.holder, version = d.version + 1
  where d.pack = 'default' and not d.edited and (d.area, d.zh, d.en, d.due, d.proof, d.watch, d.holder, d.place) is distinct from
    (excluded.area, excluded.zh, excluded.en, excluded.due, excluded.proof, excluded.watch, excluded.holder, excluded.place)`

/** Of these, what was made before it was changed stands today: nothing that opened until now is made in the new form beside it. */
export const keepToday = (tx: Tx, storeId: string, dutyIds: readonly string[], today: Date, now: Date) => tx.run`
  update duties.duty d set changed_at = ${now} where d.store_id = ${storeId} and d.id = any(${dutyIds})
    and exists (select from duties.instance i where i.store_id = d.store_id and i.duty_id = d.id and i.due_at >= ${today} and i.opens_at <= ${now} and i.event is null)`

export type DutyEdit = Pick<DutyData, 'due' | 'watch' | 'holder' | 'graceMinutes' | 'move' | 'active'> & { /** Where an edit says something of it. */ readonly proof?: ProofPart[]; readonly supervisors?: Position[]; readonly until?: string | null; readonly zh?: string; readonly en?: string; readonly position?: Position }

export const updateDuty = (tx: Tx, storeId: string, dutyId: string, e: DutyEdit) => tx.run`
  update duties.duty set due = ${e.due}, watch = ${e.watch}, holder = ${e.holder}, grace_minutes = ${e.graceMinutes}, move = ${e.move}, active = ${e.active}, proof = coalesce(${e.proof === undefined ? null : JSON.stringify(e.proof)}::jsonb, proof), supervisors = coalesce(${e.supervisors ?? null}::text[], supervisors),
    zh = coalesce(${e.zh ?? null}, zh), en = coalesce(${e.en ?? null}, en), position = coalesce(${e.position ?? null}, position), edited = true, version = version + 1
  where store_id = ${storeId} and id = ${dutyId}`

export type DutyChangeData = { id: string; at: Date; personName: string; /** Null: it was added. */ before: DutyEdit | null; after: DutyEdit; reason: string }

export const insertChange = (tx: Tx, storeId: string, c: DutyChangeData & { dutyId: string; personId: string }) => tx.run`
  insert into duties.duty_change (store_id, id, duty_id, at, person_id, person_name, before, after, reason)
  values (${storeId}, ${c.id}, ${c.dutyId}, ${c.at}, ${c.personId}, ${c.personName}, ${c.before === null ? null : JSON.stringify(c.before)}::jsonb, ${JSON.stringify(c.after)}::jsonb, ${c.reason})`

export const changesOf = (tx: Tx, storeId: string, dutyId: string) => tx.all<DutyChangeData>`
  select id, at, person_name, before, after, reason from duties.duty_change where store_id = ${storeId} and duty_id = ${dutyId} order by id desc limit 100`

/** The same sentence in the history of several lines: an edition of their manual changed them. */
export const insertChanges = (tx: Tx, storeId: string, by: { at: Date; personId: string; personName: string; reason: string }, rows: readonly { id: string; dutyId: string; before: DutyEdit; after: DutyEdit }[]) => tx.run`
  insert into duties.duty_change (store_id, id, duty_id, at, person_id, person_name, before, after, reason)
  select ${storeId}, r.id, r."dutyId", ${by.at}, ${by.personId}, ${by.personName}, r.before, r.after, ${by.reason}
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "dutyId" text, before jsonb, after jsonb)`

/** Active duties that wait for one of these events. */
export const dutiesOfEvents = (tx: Tx, storeId: string, events: readonly string[]) => tx.all<DutyData>`
  select ${columns} from duties.duty where store_id = ${storeId} and active and withdrawn is null and due like 'on(%' and due ~ any(${events.map((event) => `[( ]${event.replace('.', '\\.')}[) ]`)})`

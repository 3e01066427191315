import { empty, sql, type Tx } from '../../../platform/database.ts'

export type CorrectionData = { at: string; personName: string; reason: string; cameBefore: string | null; leftBefore: string | null; cameAfter: string; leftAfter: string }
export type SpellData = { id: string; personId: string; personName: string; cameAt: Date; leftAt: Date | null; forgotten: boolean; version: number; corrections: CorrectionData[] }

const spellRow = sql`
  select s.id, s.person_id, s.person_name, s.came_at, s.left_at, s.forgotten, s.version,
    coalesce((select jsonb_agg(jsonb_build_object('at', k.at, 'personName', k.person_name, 'reason', k.reason,
      'cameBefore', k.came_before, 'leftBefore', k.left_before, 'cameAfter', k.came_after, 'leftAfter', k.left_after) order by k.id)
      from attendance.correction k where k.store_id = s.store_id and k.spell_id = s.id), '[]') as corrections
  from attendance.spell s`

/** Everybody's that began within these moments: a few for each person of the store. */
export const spellsBetween = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<SpellData>`
  ${spellRow} where s.store_id = ${storeId} and s.came_at >= ${from} and s.came_at < ${until} order by s.came_at, s.id limit 3000`

export const spellsOf = (tx: Tx, storeId: string, personId: string, since: Date) => tx.all<SpellData>`
  ${spellRow} where s.store_id = ${storeId} and s.person_id = ${personId} and s.came_at >= ${since} order by s.came_at desc, s.id limit 60`

/** Ended by themselves since then, the latest first. */
export const forgottenSince = (tx: Tx, storeId: string, since: Date) => tx.all<SpellData>`
  ${spellRow} where s.store_id = ${storeId} and s.forgotten and s.came_at >= ${since} order by s.came_at desc, s.id limit 200`

export type KnownSpell = Pick<SpellData, 'id' | 'personId' | 'personName' | 'cameAt' | 'leftAt' | 'version'>
const known = sql`id, person_id, person_name, came_at, left_at, version`

export const findSpell = (tx: Tx, storeId: string, spellId: string) => tx.maybe<KnownSpell>`select ${known} from attendance.spell where store_id = ${storeId} and id = ${spellId}`

export const openSpellOf = (tx: Tx, storeId: string, personId: string) => tx.maybe<KnownSpell>`
  select ${known} from attendance.spell where store_id = ${storeId} and person_id = ${personId} and left_at is null`

/** Of everybody who is in the house, the longest first. */
export const openSpells = (tx: Tx, storeId: string) => tx.all<KnownSpell>`
  select ${known} from attendance.spell where store_id = ${storeId} and left_at is null order by came_at limit 3000`

/** A person's attendance is written by one at a time. */
export const waitForPerson = (tx: Tx, storeId: string, personId: string) => tx.run`select pg_advisory_xact_lock(hashtext('attendance ' || ${storeId}::text || ${personId}::text))`

export const lastLeft = async (tx: Tx, storeId: string, personId: string): Promise<Date | null> => (await tx.maybe<{ leftAt: Date | null }>`
  select left_at from attendance.spell where store_id = ${storeId} and person_id = ${personId} order by came_at desc limit 1`)?.leftAt ?? null

/** That may touch a span: none is longer than two days. */
export const otherSpells = (tx: Tx, storeId: string, but: { id: string | null; personId: string; came: Date; left: Date }) => tx.all<{ cameAt: Date; leftAt: Date | null }>`
  select came_at, left_at from attendance.spell where store_id = ${storeId} and person_id = ${but.personId} ${but.id === null ? empty : sql`and id <> ${but.id}`}
    and came_at < ${but.left} and came_at > ${but.came}::timestamptz - interval '2 days'`

export type NewSpell = { id: string; personId: string; personName: string; technician: boolean; cameAt: Date; leftAt: Date | null }

export const insertSpell = (tx: Tx, storeId: string, s: NewSpell) => tx.run`
  insert into attendance.spell (store_id, id, person_id, person_name, technician, came_at, left_at) values (${storeId}, ${s.id}, ${s.personId}, ${s.personName}, ${s.technician}, ${s.cameAt}, ${s.leftAt})`

export const endSpell = (tx: Tx, storeId: string, s: { id: string; leftAt: Date; forgotten: boolean }) => tx.run`
  update attendance.spell set left_at = ${s.leftAt}, forgotten = ${s.forgotten}, version = version + 1 where store_id = ${storeId} and id = ${s.id} and left_at is null`

export const correctSpell = (tx: Tx, storeId: string, s: { id: string; came: Date; left: Date }) => tx.run`
  update attendance.spell set came_at = ${s.came}, left_at = ${s.left}, forgotten = false, version = version + 1 where store_id = ${storeId} and id = ${s.id}`

export type NewCorrection = { id: string; spellId: string; at: Date; personId: string; personName: string; reason: string; cameBefore: Date | null; leftBefore: Date | null; cameAfter: Date; leftAfter: Date }

export const insertCorrection = (tx: Tx, storeId: string, k: NewCorrection) => tx.run`
  insert into attendance.correction (store_id, id, spell_id, at, person_id, person_name, reason, came_before, left_before, came_after, left_after)
  values (${storeId}, ${k.id}, ${k.spellId}, ${k.at}, ${k.personId}, ${k.personName}, ${k.reason}, ${k.cameBefore}, ${k.leftBefore}, ${k.cameAfter}, ${k.leftAfter})`

export type AttendedData = { key: string; name: string; attendedMilliseconds: number; technicianMilliseconds: number }

/** Attendance that ended within these moments, by person, or of one person by day. */
export const attendedOf = (tx: Tx, storeId: string, span: { from: Date; until: Date; timeZone: string; personId: string | null }) => tx.all<AttendedData>`
  select key, max(name) as name, sum(attended)::bigint as attended_milliseconds, (coalesce(sum(attended) filter (where technician), 0))::bigint as technician_milliseconds from (
    select ${span.personId === null ? sql`person_id::text` : sql`(left_at at time zone ${span.timeZone})::date::text`} as key, person_name as name, technician, (date_part('epoch', left_at - came_at) * 1000)::bigint as attended
    from attendance.spell where store_id = ${storeId} and left_at >= ${span.from} and left_at < ${span.until} ${span.personId === null ? empty : sql`and person_id = ${span.personId}`}
  ) r group by key order by key`

import { sql, type Tx } from '../../../platform/database.ts'
import type { Language } from '../../../kernel/texts.ts'
import type { NoticeKind, Ways } from '../domain/kinds.ts'
import type { QuietTimes } from '../domain/quiet.ts'
import type { RobotKind } from '../domain/robot.ts'

export type OwnSetting = { personId: string; mail: string; mailOn: boolean; language: Language; ways: Ways; version: number }

export const ownSettings = (tx: Tx, storeId: string, personIds: readonly string[]) => tx.all<OwnSetting>`
  select person_id, mail, mail_on, language, ways, version from notices.own_setting where store_id = ${storeId} and person_id = any(${personIds})`

/** Version 0 is the first time. Answers 0 rows when somebody was faster. */
export const putOwnSetting = (tx: Tx, storeId: string, s: OwnSetting) => tx.run`
  insert into notices.own_setting as o (store_id, person_id, mail, mail_on, language, ways)
  select ${storeId}, ${s.personId}, ${s.mail}, ${s.mailOn}, ${s.language}, ${JSON.stringify(s.ways)}::jsonb
  on conflict (store_id, person_id) do update set mail = excluded.mail, mail_on = excluded.mail_on, language = excluded.language, ways = excluded.ways, version = o.version + 1 where o.version = ${s.version}`

export type StoreSetting = QuietTimes & { version: number }

export const findStoreSetting = (tx: Tx, storeId: string) => tx.maybe<StoreSetting>`
  select quiet_from, quiet_until, digest_at, version from notices.store_setting where store_id = ${storeId}`

export const putStoreSetting = (tx: Tx, storeId: string, s: StoreSetting) => tx.run`
  insert into notices.store_setting as o (store_id, quiet_from, quiet_until, digest_at)
  select ${storeId}, ${s.quietFrom}, ${s.quietUntil}, ${s.digestAt}
  on conflict (store_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at, version = o.version + 1 where o.version = ${s.version}`

export type RobotData = { id: string; name: string; kind: RobotKind; host: string; /** Sealed, as the secret is. */ address: string; secret: string; kinds: NoticeKind[]; language: Language; active: boolean; version: number }

const robot = sql`id, name, kind, host, address, secret, kinds, language, active, version`

/** A store has a handful. */
export const listRobots = (tx: Tx, storeId: string) => tx.all<RobotData>`
  select ${robot} from notices.robot where store_id = ${storeId} order by active desc, name limit 100`

export const lockRobot = (tx: Tx, storeId: string, robotId: string) => tx.maybe<RobotData>`
  select ${robot} from notices.robot where store_id = ${storeId} and id = ${robotId} for update`

/** Answers 0 where another robot has the name. */
export const insertRobot = (tx: Tx, storeId: string, r: RobotData) => tx.run`
  insert into notices.robot (store_id, id, name, kind, host, address, secret, kinds, language, active)
  values (${storeId}, ${r.id}, ${r.name}, ${r.kind}, ${r.host}, ${r.address}, ${r.secret}, ${r.kinds}, ${r.language}, ${r.active}) on conflict do nothing`

export const isNameTaken = (tx: Tx, storeId: string, name: string, exceptId: string) => tx.maybe<{ id: string }>`
  select id from notices.robot where store_id = ${storeId} and name = ${name} and id <> ${exceptId}`

export const updateRobot = (tx: Tx, storeId: string, r: RobotData) => tx.run`
  update notices.robot set name = ${r.name}, kind = ${r.kind}, host = ${r.host}, address = ${r.address}, secret = ${r.secret}, kinds = ${r.kinds}, language = ${r.language}, active = ${r.active}, version = version + 1
  where store_id = ${storeId} and id = ${r.id}`

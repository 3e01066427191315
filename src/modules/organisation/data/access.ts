import type { Queries, Tx } from '../../../platform/database.ts'
import type { AccessPolicy } from '../domain/password-policy.ts'

export type PolicyData = AccessPolicy & { version: number }

/** Of all stores the transaction sees. */
export const listPolicies = (tx: Tx, storeIds: readonly string[]) => tx.all<PolicyData>`
  select password_length, password_kinds, password_days, password_history, second_factor_positions, tablet_idle_minutes, version
  from organisation.access_policy where store_id = any(${storeIds}::uuid[])`

export const lockPolicy = (tx: Tx, storeId: string) => tx.one<PolicyData>`
  select password_length, password_kinds, password_days, password_history, second_factor_positions, tablet_idle_minutes, version
  from organisation.access_policy where store_id = ${storeId} for update`

export const insertPolicy = (tx: Tx, storeId: string) => tx.run`insert into organisation.access_policy (store_id) values (${storeId})`

export const updatePolicy = (tx: Tx, storeId: string, policy: AccessPolicy & { version: number }) => tx.run`
  update organisation.access_policy
  set password_length = ${policy.passwordLength}, password_kinds = ${policy.passwordKinds}, password_days = ${policy.passwordDays}, password_history = ${policy.passwordHistory},
    second_factor_positions = ${policy.secondFactorPositions}, tablet_idle_minutes = ${policy.tabletIdleMinutes}, version = version + 1
  where store_id = ${storeId} and version = ${policy.version}`

export type PasswordChange = { personId: string; passwordHash: string; mustChange: boolean; validUntil: Date | null; at: Date }

export const updatePassword = (tx: Queries, { personId, passwordHash, mustChange, validUntil, at }: PasswordChange) => tx.run`
  update organisation.credential set password_hash = ${passwordHash}, must_change = ${mustChange}, valid_until = ${validUntil}, changed_at = ${at}
  where person_id = ${personId}`

/** The person's own row stays locked, so that two changes of one password wait for each other. */
export const lockCredential = (tx: Queries, personId: string) => tx.one<{ login: string; passwordHash: string }>`
  select login, password_hash from organisation.credential where person_id = ${personId} for update`

export const insertUsedPassword = (tx: Queries, used: { personId: string; id: string; passwordHash: string; at: Date }) => tx.run`
  insert into organisation.used_password (person_id, id, password_hash, at) values (${used.personId}, ${used.id}, ${used.passwordHash}, ${used.at})`

export const listUsedPasswords = async (tx: Queries, personId: string, count: number): Promise<string[]> =>
  (await tx.all<{ passwordHash: string }>`
    select password_hash from organisation.used_password where person_id = ${personId} order by id desc limit ${count}`).map(({ passwordHash }) => passwordHash)

export type SecondFactor = { secret: string; confirmedAt: Date | null; lastStep: number }

export const findSecondFactor = (plain: Queries, personId: string) => plain.maybe<SecondFactor>`
  select secret, confirmed_at, last_step from organisation.second_factor where person_id = ${personId}`

export const beginSecondFactor = (tx: Queries, personId: string, secret: string, now: Date) => tx.run`
  insert into organisation.second_factor (person_id, secret, begun_at) values (${personId}, ${secret}, ${now})
  on conflict (person_id) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0
  where organisation.second_factor.confirmed_at is null`

/** A step is used up by the statement that finds it unused: of two at once one gets nothing. */
export const useStep = (plain: Queries, personId: string, step: number) => plain.run`
  update organisation.second_factor set last_step = ${step} where person_id = ${personId} and last_step < ${step}`

export const confirmSecondFactor = (tx: Queries, personId: string, now: Date) => tx.run`
  update organisation.second_factor set confirmed_at = ${now} where person_id = ${personId} and confirmed_at is null`

export const deleteSecondFactor = (tx: Queries, personId: string) => tx.run`delete from organisation.second_factor where person_id = ${personId}`

export const deleteRecoveryCodes = (tx: Queries, personId: string) => tx.run`delete from organisation.recovery_code where person_id = ${personId}`

export const insertRecoveryCodes = (tx: Queries, personId: string, hashes: readonly string[]) => tx.run`
  insert into organisation.recovery_code (person_id, code_hash) select ${personId}, unnest(${hashes}::text[])`

export const useRecoveryCode = (plain: Queries, personId: string, codeHash: string, now: Date) => plain.run`
  update organisation.recovery_code set used_at = ${now} where person_id = ${personId} and code_hash = ${codeHash} and used_at is null`

export const countRecoveryCodes = (plain: Queries, personId: string) => plain.one<{ left: number }>`
  select count(*) as left from organisation.recovery_code where person_id = ${personId} and used_at is null`

export type QuickAccess = { pinHash: string | null; pinFailures: number; badgeHash: string | null }

export const findQuickAccess = (plain: Queries, personId: string) => plain.maybe<QuickAccess>`
  select pin_hash, pin_failures, badge_hash from organisation.quick_access where person_id = ${personId}`

export const findByBadge = (plain: Queries, badgeHash: string) => plain.maybe<{ personId: string }>`
  select person_id from organisation.quick_access where badge_hash = ${badgeHash}`

export const putPin = (tx: Queries, personId: string, pinHash: string | null) => tx.run`
  insert into organisation.quick_access (person_id, pin_hash) values (${personId}, ${pinHash})
  on conflict (person_id) do update set pin_hash = excluded.pin_hash, pin_failures = 0`

export const putBadge = (tx: Queries, personId: string, badgeHash: string | null, now: Date) => tx.run`
  insert into organisation.quick_access (person_id, badge_hash, badge_at) values (${personId}, ${badgeHash}, ${now})
  on conflict (person_id) do update set badge_hash = excluded.badge_hash, badge_at = excluded.badge_at`

/** A try is taken before the PIN is compared, so that many at once are not more than five. */
export const takePinTry = (plain: Queries, personId: string, most: number) => plain.run`
  update organisation.quick_access set pin_failures = pin_failures + 1 where person_id = ${personId} and pin_hash is not null and pin_failures < ${most}`

export const forgetPinFailures = (plain: Queries, personId: string) => plain.run`
  update organisation.quick_access set pin_failures = 0 where person_id = ${personId} and pin_failures > 0`

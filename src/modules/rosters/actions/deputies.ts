import { found } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Reading } from '../../../platform/deed.ts'
import { listRightsOf } from '../../organisation/public.ts'
import type { seeDeputies as deputiesRoute } from '../contract.ts'
import { beyondRights, type DutyNeeds } from '../domain/absence.ts'
import { membersOf, type StoreOfRoster } from './who-works.ts'

/** What the roster asks of the job manual: what somebody else would have to do for each of these people. */
export type DutiesPort = { dutiesOf(tx: Tx, store: StoreOfRoster, personIds: readonly string[], now: Date): Promise<ReadonlyMap<string, readonly DutyNeeds[]>> }

let port: DutiesPort = { dutiesOf: async () => new Map() }

export function registerDuties(duties: DutiesPort): void {
  port = duties
}

type Where = Pick<Reading, 'tx' | 'by' | 'now'>
const storeOf = ({ by }: Where): StoreOfRoster => ({ id: by.storeId, timeZone: by.timeZone })

/** Somebody's duties, and what of the rights for them each of his colleagues has. */
export async function seeDeputies(reading: Reading, { personId }: { readonly personId: string }): Promise<AnswerOf<typeof deputiesRoute>> {
  const { tx, by, now } = reading
  const { members } = await membersOf(tx, storeOf(reading), now)
  found(members.get(personId), 'person')
  const duties = (await port.dutiesOf(tx, storeOf(reading), [personId], now)).get(personId) ?? []
  const asked = new Set(duties.flatMap(({ needs }) => needs))
  const others = [...members.keys()].filter((id) => id !== personId)
  const people = await listRightsOf(tx, by.storeId, others, localDay(now, by.timeZone))
  return { duties: duties.map((duty) => ({ ...duty, needs: [...duty.needs] })), people: people.map(({ id, permissions }) => ({ id, rights: permissions.filter((right) => asked.has(right)) })) }
}

/** For each of these pairs the duties of the first that the second could not do. */
export async function beyondDeputies(where: Where, pairs: readonly { readonly personId: string; readonly deputyId: string | null }[]): Promise<DutyNeeds[][]> {
  const { tx, by, now } = where
  const named = pairs.flatMap(({ deputyId }) => deputyId ?? [])
  if (named.length === 0) return pairs.map(() => [])
  const duties = await port.dutiesOf(tx, storeOf(where), [...new Set(pairs.map(({ personId }) => personId))], now)
  const rights = new Map((await listRightsOf(tx, by.storeId, [...new Set(named)], localDay(now, by.timeZone))).map(({ id, permissions }) => [id, permissions]))
  return pairs.map(({ personId, deputyId }) => (deputyId === null ? [] : beyondRights(duties.get(personId) ?? [], rights.get(deputyId) ?? [])))
}

import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import type { listPeriods as periodsRoute, Teams } from '../contract.ts'
import * as members from '../data/members.ts'
import { listTeams } from '../data/teams.ts'

const beginning = '-infinity'

export async function seeTeams({ tx, by, now }: Reading, { closed }: { closed: 'yes' | 'no' }): Promise<Teams> {
  const today = localDay(now, by.timeZone)
  const teams = await listTeams(tx, by.storeId, closed === 'yes' ? beginning : today)
  const periods = await members.listMembers(tx, by.storeId, today)
  const staff = new Map<string, { id: string; name: string; positions: string[] }>()
  for (const [position, people] of await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)) {
    for (const person of people) staff.set(person.id, { ...person, positions: [...staff.get(person.id)?.positions ?? [], position] })
  }
  const placed = new Set(periods.filter(({ fromDay }) => fromDay <= today).map(({ personId }) => personId))
  return {
    today, free: [...staff.values()].filter(({ id }) => !placed.has(id)),
    rows: teams.map((team) => ({ ...team, members: periods.filter(({ teamId }) => teamId === team.id).map((period) => ({ ...rowOf(period), positions: staff.get(period.personId)?.positions ?? [] })) })),
  }
}

const rowOf = ({ id, personId, personName, fromDay: from, untilDay: until, version }: members.MemberData) => ({ id, personId, personName, from, until, version })

export async function listPeriods({ tx, by }: Reading, { teamId, after, limit }: { teamId: string; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof periodsRoute>> {
  const rows = await members.historyOf(tx, by.storeId, teamId, { after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map(rowOf), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

/** For other modules: every team there was, by id. */
export const teamNames = async (tx: Reading['tx'], storeId: string): Promise<Map<string, { nameZh: string; nameEn: string }>> => new Map((await listTeams(tx, storeId, beginning)).map(({ id, nameZh, nameEn }) => [id, { nameZh, nameEn }]))

import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import * as data from '../data/members.ts'
import { lockTeam, waitForTeams } from '../data/teams.ts'
import { lastDayOf, whyNotEnd, whyNotJoin, whyNotMove, type JoinFacts } from '../domain/membership.ts'

export async function addMember(deed: Deed, { teamId, personId, from }: { readonly teamId: string; readonly personId: string; readonly from: LocalDay }): Promise<{ id: string; version: number }> {
  await waitForTeams(deed.tx, deed.by.storeId)
  const facts = await joinFacts(deed, teamId, personId, from)
  refuseIf(whyNotJoin(facts))
  return begin(deed, { teamId, personId, fromDay: from }, null)
}

type Seen = { readonly memberId: string; readonly version: number; readonly from: LocalDay }

/** His days in the team before stay; moved back on the same day, those in the other team are none. */
export async function moveMember(deed: Deed, { teamId, from, ...seen }: Seen & { readonly teamId: string }): Promise<{ id: string; version: number }> {
  const period = await lockSeen(deed, seen)
  const facts = await joinFacts(deed, teamId, period.personId, from)
  refuseIf(whyNotMove(period, teamId, facts))
  await data.endMember(deed.tx, deed.by.storeId, period.id, lastDayOf(period, from))
  deed.announce({ event: 'team.changed', subjectId: period.teamId })
  return begin(deed, { teamId, personId: period.personId, fromDay: from }, period)
}

export async function endMember(deed: Deed, { from, ...seen }: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const period = await lockSeen(deed, seen)
  refuseIf(whyNotEnd(period, from, localDay(now, by.timeZone)))
  const untilDay = lastDayOf(period, from)
  await data.endMember(tx, by.storeId, period.id, untilDay)
  deed.record({ subject: 'team', subjectId: period.teamId, before: period, after: { memberId: period.id, untilDay } })
  deed.announce({ event: 'team.changed', subjectId: period.teamId })
  return { version: period.version + 1 }
}

async function begin(deed: Deed, wish: Pick<data.NewMember, 'teamId' | 'personId' | 'fromDay'>, before: data.MemberData | null): Promise<{ id: string; version: number }> {
  const person = found((await staffOf(deed, [wish.personId]))[0] ?? null, 'person')
  const member = { ...wish, id: deed.newId(), personName: person.name }
  await data.insertMembers(deed.tx, deed.by.storeId, [member])
  deed.record({ subject: 'team', subjectId: wish.teamId, ...(before === null ? {} : { before }), after: member })
  deed.announce({ event: 'team.changed', subjectId: wish.teamId })
  return { id: member.id, version: 1 }
}

async function lockSeen({ tx, by }: Deed, { memberId, version }: Omit<Seen, 'from'>) {
  await waitForTeams(tx, by.storeId)
  const period = found(await data.lockMember(tx, by.storeId, memberId), 'member of a team')
  refuseStale(period.version, version)
  return period
}

async function joinFacts({ tx, by, now }: Deed, teamId: string, personId: string, from: LocalDay): Promise<JoinFacts> {
  const { closedFrom } = found(await lockTeam(tx, by.storeId, teamId), 'team')
  const today = localDay(now, by.timeZone)
  return { from, today, closedFrom, periods: await data.periodsOf(tx, by.storeId, personId, today) }
}

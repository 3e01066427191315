import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { countMembers } from '../data/members.ts'
import * as data from '../data/teams.ts'
import { whyNotCall, whyNotChange, whyNotClose } from '../domain/team.ts'

export type TeamWish = { readonly nameZh: string; readonly nameEn: string; readonly leaderId: string }

export async function makeTeam(deed: Deed, wish: TeamWish): Promise<{ id: string; version: number }> {
  const { tx, by } = deed
  await data.waitForTeams(tx, by.storeId)
  const id = deed.newId()
  const team = { id, ...(await judged(deed, id, wish)) }
  await data.insertTeams(tx, by.storeId, [team])
  deed.record({ subject: 'team', subjectId: id, after: team })
  deed.announce({ event: 'team.changed', subjectId: id })
  return { id, version: 1 }
}

type Seen = { readonly teamId: string; readonly version: number }

/** Another leader leads from now on; who led before stands in the audit. */
export async function changeTeam(deed: Deed, { teamId, version, ...wish }: Seen & TeamWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const team = await lockSeen(deed, { teamId, version })
  refuseIf(whyNotChange(team.closedFrom))
  const after = { id: teamId, ...(await judged(deed, teamId, wish)) }
  await data.updateTeam(tx, by.storeId, after)
  deed.record({ subject: 'team', subjectId: teamId, before: team, after })
  deed.announce({ event: 'team.changed', subjectId: teamId })
  return { version: version + 1 }
}

export async function closeTeam(deed: Deed, { teamId, version, from, reason }: Seen & { readonly from: LocalDay; readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const team = await lockSeen(deed, { teamId, version })
  refuseIf(whyNotClose({ closedFrom: team.closedFrom, from, today: localDay(now, by.timeZone), members: await countMembers(tx, by.storeId, teamId, from) }))
  await data.closeTeam(tx, by.storeId, teamId, from)
  deed.record({ subject: 'team', subjectId: teamId, before: team, after: { closedFrom: from }, reason })
  deed.announce({ event: 'team.changed', subjectId: teamId })
  return { version: version + 1 }
}

async function lockSeen({ tx, by }: Deed, { teamId, version }: Seen): Promise<data.TeamData> {
  await data.waitForTeams(tx, by.storeId)
  const team = found(await data.lockTeam(tx, by.storeId, teamId), 'team')
  refuseStale(team.version, version)
  return team
}

/** The names are free, and the leader is of the store. */
async function judged(deed: Deed, id: string, { nameZh, nameEn, leaderId }: TeamWish): Promise<Omit<data.NewTeam, 'id'>> {
  const { tx, by, now } = deed
  const leader = found((await staffOf(deed, [leaderId]))[0] ?? null, 'person')
  refuseIf(whyNotCall({ nameZh, nameEn }, (await data.listTeams(tx, by.storeId, localDay(now, by.timeZone))).filter((other) => other.id !== id)))
  return { nameZh, nameEn, leaderId, leaderName: leader.name }
}

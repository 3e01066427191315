import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, pageOf, pageQuery, version } from '../../platform/shapes.ts'
import { teamPermissions } from './permissions.ts'

const period = z.object({ id, personId: id, personName: z.string(), from: day, /** Null: still. */ until: day.nullable(), version })
const member = period.extend({ /** Those he holds today; none: he has left the store. */ positions: z.array(z.string()) })
export type MemberRow = z.output<typeof member>

const team = z.object({ id, nameZh: z.string(), nameEn: z.string(), leaderId: id, leaderName: z.string(), /** From that day on there is no such team. */ closedFrom: day.nullable(), members: z.array(member), version })
export type TeamRow = z.output<typeof team>

export const seeTeams = route({
  does: 'See the teams with whoever is or will be in them, and who is in none', method: 'GET', path: '/teams', needs: teamPermissions.see, query: z.strictObject({ closed: z.enum(['yes', 'no']).default('no') }),
  gives: z.object({ today: day, rows: z.array(team), free: z.array(z.object({ id, name: z.string(), positions: z.array(z.string()) })) }),
})
export type Teams = z.output<typeof seeTeams.gives>

const oneTeam = { params: z.strictObject({ teamId: id }) }
const oneMember = { params: z.strictObject({ memberId: id }) }
const wish = { nameZh: filledText(20), nameEn: filledText(40), leaderId: id }
const dayRefusals = ['teams.in-the-past', 'teams.too-far-ahead']

export const makeTeam = route({
  does: 'Make a team with its leader', method: 'POST', path: '/teams', needs: teamPermissions.maintain, body: z.strictObject(wish), gives: z.object({ id, version }), refuses: ['teams.name-missing', 'teams.name-taken'],
})
export const changeTeam = route({
  does: 'Rename a team or give it another leader', method: 'POST', path: '/teams/:teamId', needs: teamPermissions.maintain, ...oneTeam, body: z.strictObject({ version, ...wish }), gives: done,
  refuses: ['teams.name-missing', 'teams.name-taken', 'teams.closed'],
})
export const closeTeam = route({
  does: 'Close a team from a day on, once nobody is in it', method: 'POST', path: '/teams/:teamId/close', needs: teamPermissions.maintain, ...oneTeam, body: z.strictObject({ version, from: day, reason: filledText(300) }), gives: done,
  refuses: ['teams.closed', 'teams.still-members', ...dayRefusals],
})
export const addMember = route({
  does: 'Add somebody to a team from a day on', method: 'POST', path: '/teams/:teamId/members', needs: teamPermissions.maintain, ...oneTeam, body: z.strictObject({ personId: id, from: day }), gives: z.object({ id, version }),
  refuses: ['teams.closed', 'teams.in-a-team', ...dayRefusals],
})
export const moveMember = route({
  does: 'Move somebody to another team from a day on', method: 'POST', path: '/teams/members/:memberId/move', needs: teamPermissions.maintain, ...oneMember, body: z.strictObject({ version, teamId: id, from: day }), gives: z.object({ id, version }),
  refuses: ['teams.same-team', 'teams.ended', 'teams.closed', 'teams.in-a-team', ...dayRefusals],
})
export const endMember = route({
  does: 'Take somebody out of a team from a day on', method: 'POST', path: '/teams/members/:memberId/end', needs: teamPermissions.maintain, ...oneMember, body: z.strictObject({ version, from: day }), gives: done, refuses: ['teams.ended', ...dayRefusals],
})
export const listPeriods = route({
  does: 'List who was in a team and when, the newest entry first', method: 'GET', path: '/teams/:teamId/periods', needs: teamPermissions.see, ...oneTeam, query: z.strictObject(pageQuery), gives: pageOf(period),
})

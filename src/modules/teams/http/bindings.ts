import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as teams from '../actions/keep-teams.ts'
import * as members from '../actions/members.ts'
import * as read from '../actions/read-teams.ts'
import * as contract from '../contract.ts'

export const teamBindings: readonly Binding[] = [
  bindReading(contract.seeTeams, (reading, { query }) => read.seeTeams(reading, query)),
  bindReading(contract.listPeriods, (reading, { params, query }) => read.listPeriods(reading, { ...params, ...query })),
  bindDeed(contract.makeTeam, (deed, { body }) => teams.makeTeam(deed, body)),
  bindDeed(contract.changeTeam, (deed, { params, body }) => teams.changeTeam(deed, { ...params, ...body })),
  bindDeed(contract.closeTeam, (deed, { params, body }) => teams.closeTeam(deed, { ...params, ...body })),
  bindDeed(contract.addMember, (deed, { params, body }) => members.addMember(deed, { ...params, ...body })),
  bindDeed(contract.moveMember, (deed, { params, body }) => members.moveMember(deed, { ...params, ...body })),
  bindDeed(contract.endMember, (deed, { params, body }) => members.endMember(deed, { ...params, ...body })),
]

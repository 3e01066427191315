/** What other modules' server code may call. Announces: team.changed. */
export { fillTeams } from './actions/fill-teams.ts'
export { teamNames } from './actions/read-teams.ts'
export { leadersOf, membersOfPeers } from './data/leaders.ts'
export { teamInvariants } from './data/invariants.ts'
export { membersWithin } from './data/membership.ts'

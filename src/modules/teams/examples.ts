import { call, examplesOf, from, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

const leaderId = from('GET /staff', '$.rows[0].id', { query: { position: 'TEC' } })
/** A team of its own, so that nobody's team is spoilt. */
const teamOf = (nameZh: string, nameEn: string, path: '$.id' | '$.version') => from('POST /teams', path, { body: { nameZh, nameEn, leaderId } })
const newcomer = (login: string) => from('POST /staff', '$.id', { body: { login } })
const first = (path: '$.id' | '$.version') => from('POST /teams', path)
const joined = (login: string, path: '$.id' | '$.version') => from('POST /teams/:teamId/members', path, { body: { personId: newcomer(login), from: today() } })

export const teamExamples = examplesOf(contract, {
  seeTeams: { query: {} },
  makeTeam: { body: { nameZh: '快修组', nameEn: 'Quick service', leaderId } },
  changeTeam: { params: { teamId: teamOf('夜班组', 'Night', '$.id') }, body: { version: teamOf('夜班组', 'Night', '$.version'), nameZh: '晚班组', nameEn: 'Evening', leaderId } },
  closeTeam: { params: { teamId: teamOf('临时组', 'Temporary', '$.id') }, body: { version: teamOf('临时组', 'Temporary', '$.version'), from: today(30), reason: '旺季结束' } },
  addMember: { params: { teamId: first('$.id') }, body: { personId: newcomer('team-newcomer'), from: today() } },
  moveMember: { params: { memberId: joined('team-mover', '$.id') }, body: { version: joined('team-mover', '$.version'), teamId: teamOf('周末组', 'Weekend', '$.id'), from: today(7) } },
  endMember: { params: { memberId: joined('team-leaver', '$.id') }, body: { version: joined('team-leaver', '$.version'), from: today(7) } },
  listPeriods: { params: { teamId: first('$.id') }, query: { limit: 20 }, after: [call('POST /teams/:teamId/members')] },
})

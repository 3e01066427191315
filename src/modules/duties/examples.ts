import { examplesOf, from, now, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** A duty of the list of somebody, wherever it stands there. */
const mine = (by: string, dutyId: string, name: string) => from('GET /duties/today', `$[*][?@.dutyId=='${dutyId}'].${name}`, { by })
const record = (name: string) => mine('wss', 'WSS-4.6', name)
const checklist = (name: string) => mine('pts', 'PTS-11.2', name)
const missed = (name: string) => from('GET /duties/today', `$.missed[0].${name}`, { by: 'fds' })
const supervised = from('GET /duties/supervision', "$.rows[?@.status=='missed'].id")
const duty = (name: string) => from('GET /duties/manual', `$.rows[?@.id=='SAD-2.1'].${name}`)
const points = ['greeted', 'set', 'walk-around', 'valuables', 'words', 'explained', 'signed', 'appointment'].map((point) => ({ point, result: 'pass' as const }))

export const dutyExamples = examplesOf(contract, {
  seeInstance: { params: { instanceId: supervised } },
  fileRecord: { params: { instanceId: record('id') }, by: 'wss', body: { version: record('version'), words: '已培训两次，签到表在人事处' } },
  signChecklist: { params: { instanceId: checklist('id') }, by: 'pts', body: { version: checklist('version'), points: [0, 1, 2, 3].map((place) => ({ point: checklist(`checklist.points[${String(place)}].id`), result: 'pass' as const })) } },
  explainMiss: { params: { instanceId: missed('id') }, by: 'fds', body: { version: missed('version'), words: '当天看板在外修理，次日补齐' } },
  reportEvent: { body: { event: 'notice.received', subject: '技术通报', happenedAt: now() } },
  acknowledge: { params: { instanceId: supervised }, body: { action: 'talked', note: '已谈话，明日复查' } },
  seeBoard: { query: { from: today(-13), to: today(), by: 'person' } },
  listBoard: { query: { from: today(-13), to: today(), by: 'position', key: 'SAD' } },
  boardFile: { query: { from: today(-30), to: today(), by: 'person' } },
  listDutyChanges: { params: { dutyId: 'SAD-2.1' } },
  editDuty: {
    params: { dutyId: 'SAD-2.1' },
    body: { version: duty('version'), due: duty('due'), watch: ['FDS'], holder: 'each', graceMinutes: 30, move: duty('move'), active: true, reason: '与早会时间一致' },
  },
  auditCar: { body: { orderId: from('GET /duties/audits', '$.next[0].orderId'), points } },
})

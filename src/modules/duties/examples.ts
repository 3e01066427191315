import { call, examplesOf, from, now, today, type Call } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** A duty of the list of somebody, wherever it stands there. */
const mine = (by: string, dutyId: string, name: string, how: { readonly after?: readonly Call[] } = {}) => from('GET /duties/today', `$[*][?@.dutyId=='${dutyId}'].${name}`, { by, ...how })
/** What an event asks for is there on every day of a month; a deadline of the calendar may lie ahead, or be over. */
const arrived = call('POST /duties/events', { body: { event: 'accident.arrived', subject: '事故车一辆' } })
const record = (name: string) => mine('ins', 'INS-2.5', name, { after: [arrived] })
const checklist = (name: string) => mine('fds', 'FDS-2.6', name)
const missed = (name: string) => from('GET /duties/today', `$.missed[0].${name}`, { by: 'fds' })
const supervised = from('GET /duties/supervision', "$.rows[?@.status=='missed'].id")
const duty = (name: string) => from('GET /duties/manual', `$.rows[?@.id=='SAD-2.1'].${name}`)
const points = ['greeted', 'set', 'walk-around', 'valuables', 'words', 'explained', 'signed', 'appointment'].map((point) => ({ point, result: 'pass' as const }))

const ownDuty = {
  zh: '给休息区绿植浇水', en: 'Water the plants in the lounge', position: 'FDS', holder: 'position' as const, due: 'day@16:00', graceMinutes: 60, move: 'before' as const, since: today(),
  proof: { kind: 'record' as const, zh: '浇了几盆', en: 'How many pots', photo: false }, supervisors: [], reason: '客户提过',
}

/** A manual in the form of the ledger. */
const ownManual = `position: FDS
duties:
- {id: OWN-1.1, zh: "每日巡视休息区，补充饮水", en: "Walk through the lounge each day and refill drinks", when: "day", proof: "check(front-desk 5S)"}
- {id: OWN-1.2, zh: "每周盘点雨伞", en: "Count the umbrellas each week", when: "FREQ=WEEKLY;BYDAY=MO", proof: record, watch: [SAD]}
`
const sent = { fileId: from('POST /duties/packs/files', '$.id') }
const taken = call('POST /duties/packs/files/:fileId/take')
const closing = [['doors', '门已锁', 'Doors locked'], ['windows', '窗已关', 'Windows closed'], ['power', '电源已断', 'Power switched off'], ['taps', '卫生间水龙头与灯已关', 'Washroom taps and lights off']] as const

export const dutyExamples = examplesOf(contract, {
  seeInstance: { params: { instanceId: supervised } },
  fileRecord: { params: { instanceId: record('id') }, by: 'ins', body: { version: record('version'), words: '客户同意拆检，授权书已存档' } },
  signChecklist: { params: { instanceId: checklist('id') }, by: 'fds', body: { version: checklist('version'), points: [0, 1, 2].map((place) => ({ point: checklist(`checklist.points[${String(place)}].id`), result: 'pass' as const })) } },
  seeAgain: { params: { taskId: from('GET /duties/today', '$.tasks[0].id', { by: 'fds' }) }, by: 'fds', body: { seen: '地垫已换新' } },
  explainMiss: { params: { instanceId: missed('id') }, by: 'fds', body: { version: missed('version'), words: '当天看板在外修理，次日补齐' } },
  reportEvent: { body: { event: 'notice.received', subject: '技术通报', happenedAt: now() } },
  acknowledge: { params: { instanceId: supervised }, body: { action: 'talked', note: '已谈话，明日复查' } },
  acknowledgeSeveral: { body: { instanceIds: [from('GET /duties/supervision', "$.rows[?@.status=='missed'].id")], action: 'talked', note: '已一起谈过' } },
  takeBack: { params: { acknowledgementId: from('POST /duties/instances/:instanceId/acknowledgement', '$.id') }, body: { reason: '点错了一行' } },
  seeWall: {},
  seeBoard: { query: { from: today(-13), to: today(), by: 'person' } },
  listBoard: { query: { from: today(-13), to: today(), by: 'position', key: 'SAD' } },
  boardFile: { query: { from: today(-30), to: today(), by: 'person' } },
  listDutyChanges: { params: { dutyId: 'SAD-2.1' } },
  editDuty: {
    params: { dutyId: 'SAD-2.1' },
    body: { version: duty('version'), due: duty('due'), watch: ['FDS'], holder: 'each', graceMinutes: 30, move: duty('move'), active: true, reason: '与早会时间一致' },
  },
  seeNextTimes: { query: { due: 'FREQ=MONTHLY;BYDAY=2TU' } },
  addOwnDuty: { body: ownDuty },
  endOwnDuty: { params: { dutyId: from('POST /duties/manual', '$.id') }, body: { version: 1, lastDay: today(30), reason: '不再需要' } },
  auditCar: { by: 'fds', body: { orderId: from('GET /duties/audits', '$.next[0].orderId'), points } },
  sendPackFile: { query: { pack: 'OWN', zh: '本店手册', en: 'Own manual', fileName: 'own.yaml' }, file: { encoding: 'utf-8', content: ownManual } },
  seePackFile: { params: sent },
  takePackFile: { params: sent, body: { version: 1 } },
  listPackFiles: { params: { packId: 'OWN' } },
  packWorkbook: { params: { packId: 'OWN' }, after: [taken] },
  switchPack: { params: { packId: 'NIGHT' }, body: { version: 1, active: false, reason: '夏季停用' }, after: [call('POST /duties/packs/files', { query: { pack: 'NIGHT' } })] },
  addChecklist: { body: { code: 'lounge-round', zh: '休息区巡视', en: 'Lounge round', points: [{ id: null, zh: '饮水充足', en: 'Drinks filled', photo: false, noteOnFail: true, retired: false }], reason: '本店要求' } },
  editChecklist: {
    params: { code: 'store closing' },
    body: {
      version: from('GET /duties/checklists', "$.rows[?@.code=='store closing'].version"), zh: '库房关闭检查', en: 'Store closing', reason: '与物业要求一致',
      points: closing.map(([id, zh, en]) => ({ id, zh, en, photo: false, noteOnFail: true, retired: false })),
    },
  },
  listChecklistChanges: { params: { code: 'store closing' } },
  seeTrend: { query: { weeks: 4 } },
  listFailures: { query: { weeks: 4, checklist: 'front-desk 5S', point: 'floor' } },
  trendFile: { query: { weeks: 4 } },
})

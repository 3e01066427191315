import { call, examplesOf, from, now, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One meeting goes from its call to its readers; what ends or changes otherwise takes another kind.
const meetingOf = (kind: string) => from('POST /meetings', '$.id', { body: { kind } })
const held = from('POST /meetings', '$.id')
const same = { meetingId: own('meetingId') }
const ofSame = (path: string) => from('GET /meetings/:meetingId', path, { params: same })
const version = ofSame('$.version')
const begun = call('POST /meetings/:meetingId/beginning', { params: same })
const photo = call('POST /photos', { query: { subject: 'meeting', subjectId: own('meetingId'), occasion: 'minutes' }, by: 'stm' })
const minuted = call('POST /meetings/:meetingId/minutes', { params: same })
const decided = call('POST /meetings/:meetingId/decisions', { params: same })
const there = call('POST /meetings/:meetingId/attendance', { params: same })
const issued = call('POST /meetings/:meetingId/issue', { params: same })

export const meetingExamples = examplesOf(contract, {
  setKind: { params: { code: 'safety-weekly' }, body: { version: 0, nameZh: '安全例会', nameEn: 'Safety meeting', convenor: 'WSS', attendees: ['WSS', 'MTL'], readers: ['TEC'], cadence: 'FREQ=WEEKLY;BYDAY=FR', active: true } },
  listMeetings: { query: { group: 'all', limit: 20 } },
  seeMeeting: { params: { meetingId: held } },
  seeCode: { params: { meetingId: held }, query: { origin: 'http://localhost:8080' } },
  callMeeting: { by: 'stm', body: { kind: 'satisfaction', at: now(1), placeName: '会议室' } },
  fillAgenda: { params: { meetingId: meetingOf('management') }, by: 'stm', body: { version } },
  addItem: { params: { meetingId: meetingOf('management') }, by: 'stm', body: { version, words: '下月排班' } },
  removeItem: { params: { meetingId: meetingOf('management'), itemId: from('POST /meetings/:meetingId/items', '$.id') }, by: 'stm', body: { version } },
  holdMeeting: { params: { meetingId: held }, by: 'stm', body: { version } },
  attend: { params: { meetingId: meetingOf('front-desk-training') }, by: 'sad', body: { code: from('GET /meetings/:meetingId/code', '$.code', { params: same, by: 'stm' }) } },
  setAttendance: { params: { meetingId: held }, by: 'stm', body: { personId: ofSame('$.participants[0].personId'), attendance: 'present' } },
  writeMinutes: { params: { meetingId: held }, after: [begun], by: 'stm', body: { version, minutes: '本月满意度下降，重点是等候时间' } },
  decide: { params: { meetingId: held }, after: [begun], by: 'stm', body: { words: '接车时先说明等候时间，两周后复查', position: 'FDS', dueAt: now(20_160) } },
  issueMinutes: { params: { meetingId: held }, after: [begun, there, minuted, decided, photo], by: 'stm', body: { version } },
  addToMinutes: { params: { meetingId: held }, after: [issued], by: 'stm', body: { words: '第二项的期限是两周，不是一周' } },
  readMinutes: { params: { meetingId: held }, after: [issued], by: 'fds', body: {} },
  printMinutes: { params: { meetingId: held }, after: [issued] },
  cancelMeeting: { params: { meetingId: meetingOf('body-paint') }, by: 'wss', body: { version, reason: '班组长外出培训' } },
})

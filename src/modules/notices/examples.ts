import { call, examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

const robot = { kind: 'wecom' as const, address: 'https://robot.invalid/cgi-bin/webhook/send?key=00000000-0000-0000-0000-000000000000', secret: '', kinds: ['duty-climbed' as const, 'day-digest' as const], language: 'zh-CN' as const, active: false }
/** A host that no name server knows: nothing leaves the house by an example. */
const tested = { messageId: from('POST /notice-channels/robots/:robotId/test', '$.messageId') }
const added = from('POST /notice-channels/robots', '$.id')
const own = { mail: 'li.na@store.example', mailOn: false, language: 'zh-CN' as const, ways: { 'duty-late': 'digest' as const } }

export const noticeExamples = examplesOf(contract, {
  listNotices: { query: { group: 'unread', limit: 20 } },
  readNotice: { params: { noticeId: from('GET /notices', '$.rows[0].id', { by: 'fds', query: { group: 'all' }, after: [call('POST /complaints', { by: 'sad' })] }) }, by: 'fds', body: {} },
  readAll: { body: { upTo: '01a20a20-a213-7c0f-bb3e-fe7b917f2801' } },
  setOwn: { by: 'inf', body: { ...own, version: 0 } },
  testMail: { by: 'inf', body: {}, refused: 'notices.no-mail-server' },
  setTimes: { body: { quietFrom: '20:00', quietUntil: '07:30', digestAt: '17:30', version: from('GET /notice-channels', '$.version') } },
  addRobot: { body: { ...robot, name: '售后晨会群' } },
  editRobot: { params: { robotId: added }, body: { ...robot, name: '售后例会群', address: '', version: from('POST /notice-channels/robots', '$.version') } },
  testRobot: { params: { robotId: added }, body: {} },
  listMessages: { query: { group: 'all', limit: 20 } },
  seeMessage: { params: tested, by: 'stm' },
  sendAgain: { params: tested, body: {} },
})

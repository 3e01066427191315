import { call, examplesOf, from, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

const password = 'gangwei-demo'
/** Somebody new: what ends sessions, changes passwords or takes people away does not touch those who work. */
const newcomer = from('POST /staff', '$.id')
const signsIn = call('POST /session', { by: 'newcomer', body: { login: 'newcomer', password: from('POST /staff', '$.password') } })
const byNewcomer = { by: 'newcomer', after: [call('POST /session/password')] }
/** He is added, signs in with the one-time password and takes one of his own. */
const joins = (by: string, added: Parameters<typeof call>[1]) => {
  const current = from('POST /staff', '$.password', added)
  return { personId: from('POST /staff', '$.id', added), signsIn: call('POST /session/password', { by, body: { current }, after: [call('POST /session', { by, body: { login: by, password: current } })] }) }
}
const phoneless = joins('phoneless', { body: { login: 'phoneless' } })
const hired = (login: string) => from('POST /staff', '$.id', { body: { login } })
const account = (login: string) => from('GET /staff/accounts', `$.rows[?@.login=='${login}'].version`)
const temporary = { personId: hired('temporary') }
const advisor = { personId: from('GET /staff', '$.rows[0].id', { query: { position: 'SAD' } }) }

// A second administrator of security decides what the first one asks for; as long as there is one alone, changes hold at once and the general manager takes note.
const second = joins('second-sec', { body: { login: 'second-sec', positions: ['SEC'] }, by: 'sec' })
const asked = (position: string) => ({ body: { position }, after: [second.signsIn] })
const change = (position: string) => ({ params: { changeId: from('POST /rights/changes', '$.id', asked(position)) }, body: { version: 1 } })

export const organisationExamples = examplesOf(contract, {
  signIn: { body: { login: 'sad', password } },
  signOut: { by: 'another-browser', after: [call('POST /session', { by: 'another-browser' })] },
  lookAt: { params: { recordId: from('GET /repair-orders', '$.rows[0].id') } },
  switchStore: { by: 'third-browser', after: [call('POST /session', { by: 'third-browser', body: { login: 'fin' } })], body: { storeId: from('GET /session', '$.stores[1].id', { by: 'fin' }) } },
  listStaff: { query: { position: 'SAD' } },
  changeOwnPassword: { by: 'newcomer', after: [signsIn], body: { current: from('POST /staff', '$.password'), next: password } },
  endOwnSession: { body: { sessionId: from('GET /session/all', '$.rows[?@.current==false].id', { by: 'sad', after: [call('POST /session', { by: 'fourth-browser' })] }) }, by: 'sad' },
  beginSecondFactor: { ...byNewcomer, body: {} },
  confirmSecondFactor: { by: 'newcomer', body: { code: from('POST /session/second-factor', '$.secret', { as: 'totp' }) } },
  removeSecondFactor: { by: 'newcomer', body: { code: from('POST /session/second-factor/confirm', '$.codes[0]') } },
  setPin: { ...byNewcomer, body: { password, pin: '739164' } },
  claimDevice: { by: 'tablet', body: { code: from('POST /devices', '$.code') } },
  switchQuickly: { by: 'tablet', after: [call('POST /session/tablet'), call('POST /session/pin')], body: { personId: newcomer, pin: '739164' } },
  listAccounts: { query: { state: 'working' } },
  addPerson: { body: { name: '新同事', login: 'newcomer', positions: ['SAD'], since: today(-30), until: null } },
  addMember: { body: { login: 'b-tec2', positions: ['TEC'], since: today(), until: null } },
  renamePerson: { params: temporary, body: { version: account('temporary'), name: '新同事甲' } },
  changePositions: { params: temporary, body: { version: account('temporary'), positions: ['SAD', 'CCC'], since: today(), until: null, reason: '兼任客服' } },
  leave: { params: { personId: hired('leaver') }, body: { version: account('leaver'), lastDay: null, reason: '离职' } },
  seeOpenWork: { params: advisor },
  resetPassword: { params: temporary, body: { reason: '忘记密码' } },
  resetSecondFactor: {
    params: { personId: phoneless.personId }, body: { reason: '手机丢失' },
    after: [call('POST /session/second-factor/confirm', { by: 'phoneless', body: { code: from('POST /session/second-factor', '$.secret', { as: 'totp', by: 'phoneless', after: [phoneless.signsIn] }) } })],
  },
  issueBadge: { params: temporary, body: {} },
  revokeBadge: { params: temporary, after: [call('POST /staff/:personId/badge', { params: { personId: own('personId') } })], body: { reason: '工牌遗失' } },
  listSessionsOf: { params: advisor },
  endSessionsOf: { params: temporary, body: { reason: '设备遗失' } },
  setLimit: { body: { position: 'SAD', kind: 'discount', mostFen: 8_000, version: 0, reason: '本月促销结束' } },
  askForRights: { body: { position: 'SAL', grants: ['stock.see'], revokes: [], reason: '销售顾问需要查看库存' } },
  decideRights: { ...change('DRV'), by: 'second-sec', body: { version: 1, approve: true } },
  withdrawRights: change('ACB'),
  noteRights: { params: { changeId: from('POST /rights/changes', '$.id') }, body: { version: 1 } },
  setPolicy: {
    body: { passwordLength: 10, passwordKinds: 2, passwordDays: 0, passwordHistory: 3, secondFactorPositions: [], tabletIdleMinutes: 15, version: from('GET /access-policy', '$.version'), reason: '平板闲置时间放宽' },
  },
  addDevice: { body: { name: '前台平板' } },
  revokeDevice: { params: { deviceId: from('POST /devices', '$.id', { body: { name: '旧平板' } }) }, body: { version: 1, reason: '平板损坏' } },
  seeCalendar: { query: { year: 2026 } },
  setWeekdays: { body: { version: from('GET /calendar', '$.version'), weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:30', closes: '17:30' })) } },
  setDay: { body: { day: today(200), opening: 'closed', note: '设备检修', publicDay: null } },
  loadYear: { body: { year: 2026 } },
  firstRun: {
    body: {
      setupCode: 'ABCD-2345', store: { code: 'SH9', nameZh: '新店', nameEn: 'New store', timeZone: 'Asia/Shanghai', address: '示例路 9 号', phone: '021-00000000' },
      weekdays: [{ weekday: 1, opens: '08:30', closes: '17:30' }], person: { name: '江总', login: 'boss', password: 'Kettle-7-window' },
    },
    refused: 'organisation.store-there',
  },
})

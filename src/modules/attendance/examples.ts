import { call, examplesOf, from, now, thisMonth, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** Somebody who came yesterday and went. */
const spell = (name: string) => from('GET /attendance/day', `$.people[?@.positions[0]=='TEC'].spells[?@.leftAt!=null].${name}`, { query: { day: today(-1) } })
/** Somebody new, who has not come in yet. */
const newcomer = { by: 'newcomer', after: [call('POST /session/password')] }

export const attendanceExamples = examplesOf(contract, {
  comeIn: { ...newcomer, body: {} },
  goOut: { by: 'newcomer', after: [call('POST /attendance/in')], body: {} },
  seeDay: { query: { day: today() } },
  correctSpell: { params: { spellId: spell('id') }, body: { version: spell('version'), came: spell('cameAt'), left: spell('leftAt'), reason: '按门禁记录核对' } },
  addSpell: { body: { personId: from('POST /staff', '$.id'), came: now(-4 * 24 * 60), left: now(-4 * 24 * 60 + 240), reason: '外出培训，忘记打卡' } },
  seeMonth: { query: { month: thisMonth() } },
  monthFile: { query: { month: thisMonth() } },
})

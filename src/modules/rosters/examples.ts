import { call, examplesOf, from, today, type Reference } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** Somebody new and a second one, at work on every open day, and another one whose days are planned otherwise. */
const newcomer = from('POST /staff', '$.id')
const second = from('POST /staff', '$.id', { body: { login: 'beside-newcomer' } })
const another = from('POST /staff', '$.id', { body: { login: 'second-newcomer' } })
const openDay = (days: number) => from('GET /rosters/week', '$.days[?@.open==true].day', { query: { from: today(days) } })
const absence = (name: string) => from('POST /rosters/absences', `$.${name}`)
const cancelled = { body: { from: today(60), until: today(62) } }
const slot = (days: number, place: number, name: string) => from('GET /rosters/greeting', `$.slots[${String(place)}].${name}`, { query: { day: openDay(days) } })
const giving = (place: number, personId: Reference) => call('POST /rosters/greeting/slot', {
  body: { day: openDay(30), starts: slot(30, place, 'starts'), version: slot(30, place, 'version'), personId },
})
const comingSlot = { starts: slot(40, 0, 'starts'), day: openDay(40) }

export const rosterExamples = examplesOf(contract, {
  seeWeek: { query: { from: today() } },
  planDay: { body: { personId: another, day: today(3), shift: 'off', version: 0 } },
  planWeek: { params: { personId: another }, body: { since: today(7), days: ['early', 'early', 'early', 'early', 'early', 'off', 'off'], version: 0 } },
  copyWeek: { body: { from: today(14) } },
  putShift: { body: { code: null, mark: '夜', nameZh: '夜班', nameEn: 'Night', starts: '18:00', ends: '22:00', active: true, version: 0 } },
  putSetting: { body: { slotMinutes: 60, version: from('GET /rosters/week', '$.settingVersion') } },
  listAbsences: { query: { group: 'now', limit: 20 } },
  seeDeputies: { params: { personId: another } },
  recordAbsence: { body: { personId: another, from: today(20), until: today(22), kind: 'training', reason: '厂家培训' } },
  endAbsence: { params: { absenceId: from('POST /rosters/absences', '$.id', cancelled) }, body: { version: from('POST /rosters/absences', '$.version', cancelled), until: null, reason: '培训取消' } },
  nameDeputy: { params: { absenceId: absence('id') }, body: { version: absence('version'), deputyId: from('GET /session', '$.personId', { by: 'tec' }) } },
  seeGreeting: { query: { day: today() } },
  assignGreeting: { body: { from: today(50), until: today(52) } },
  giveSlot: { body: { day: openDay(24), starts: slot(24, 0, 'starts'), version: slot(24, 0, 'version'), personId: newcomer } },
  swapSlots: {
    after: [giving(0, newcomer), giving(1, second)],
    body: { day: openDay(30), first: { starts: slot(30, 0, 'starts'), version: slot(30, 0, 'version') }, second: { starts: slot(30, 1, 'starts'), version: slot(30, 1, 'version') } },
  },
  // Whether somebody has a slot right now depends on the hour at which the store was started.
  checkIn: {
    by: 'newcomer', after: [call('POST /session/password'), call('POST /rosters/greeting/slot', { body: { ...comingSlot, version: 0, personId: newcomer } })],
    body: { ...comingSlot, version: 1 }, refused: 'rosters.too-early',
  },
})

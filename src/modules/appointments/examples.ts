import { examplesOf, from, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** The first open day of a week, and a free time on it. */
const openDay = (days: number) => from('GET /rosters/week', '$.days[?@.open==true].day', { query: { from: today(days) } })
const free = (days: number, kind: 'maintenance' | 'body') => from('GET /appointments/slots', '$.slots[?@.free>0].at', { query: { day: openDay(days), kind, minutes: 60 } })
const another = (plate: string) => ({ id: from('POST /appointments', '$.id', { body: { plate } }), version: from('POST /appointments', '$.version', { body: { plate } }) })
const [moved, cancelled] = [another('沪A·D90051'), another('沪A·D90052')]

export const appointmentExamples = examplesOf(contract, {
  seeBoard: { query: { day: today() } },
  offerSlots: { query: { day: openDay(7), kind: 'maintenance', minutes: 60 } },
  book: { body: { at: free(7, 'maintenance'), minutes: 60, kind: 'maintenance', plate: '沪A·D90050', customerName: '李晨', phone: '19900010001', purpose: 'maintenance', concern: '首次保养' } },
  move: { params: { appointmentId: moved.id }, body: { version: moved.version, at: free(14, 'maintenance'), minutes: 60 } },
  cancel: { params: { appointmentId: cancelled.id }, body: { version: cancelled.version, reason: '客户出差' } },
  confirm: { params: { appointmentId: from('POST /appointments', '$.id') }, body: { version: from('POST /appointments', '$.version') } },
  confirmBoard: { body: { day: today() } },
  setCapacity: { body: { version: from('GET /appointments', "$.capacity[?@.kind=='body'].version", { query: { day: today() } }), kind: 'body', bays: 2 } },
  recordCall: { body: { plate: '沪A·D90001', cause: 'other', result: 'later', note: '下月再联系' } },
})

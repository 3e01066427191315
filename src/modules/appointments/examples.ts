import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const appointmentExamples = examplesOf(contract, {
  seeBoard: { query: { day: '2026-11-24' } },
  offerSlots: { query: { day: '2026-11-24', kind: 'maintenance', minutes: 60 } },
  setCapacity: { body: { kind: 'body', bays: 2 } },
  recordCall: { body: { plate: '沪A·D90001', cause: 'other', result: 'later', note: '下月再联系' } },
})

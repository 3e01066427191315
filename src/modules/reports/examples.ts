import { examplesOf, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

const lately = { from: today(-30), to: today() }

export const reportExamples = examplesOf(contract, {
  seeFigures: { query: { ...lately, by: 'day' } },
  setTarget: { params: { figure: 'same-day' }, body: { version: 0, value: 7_000 } },
  listBehind: { query: { ...lately, figure: 'cars', limit: 20 } },
  seeMargin: { query: { ...lately, by: 'payer' } },
  seeDiscounts: { query: lately },
  listDiscounts: { query: { ...lately, limit: 20 } },
  seeDaily: { query: { day: today(-1) } },
  issueDaily: { body: { day: '2020-01-06', seenEdition: 0 } },
  figuresFile: { query: { ...lately, by: 'advisor' } },
  dailyFile: { query: { day: today(-1) } },
  marginFile: { query: { ...lately, by: 'order' } },
  discountsFile: { query: lately },
})

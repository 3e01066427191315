import { call, examplesOf, from, now, signature } from '../../platform/example.ts'
import * as contract from './contract.ts'

const added = from('POST /courtesy-cars', '$.id')
const loan = (name: string) => from('POST /courtesy-cars/loans', `$.${name}`)
const unwanted = (name: string) => from('POST /courtesy-cars/loans', `$.${name}`, { body: { carId: from('POST /courtesy-cars', '$.id', { body: { plate: '沪A·D90079' } }) } })

export const courtesyCarExamples = examplesOf(contract, {
  addCourtesyCar: { body: { plate: '沪A·D90077', modelName: '云岭 X3', insuredUntil: '2099-12-31', km: 1_200, fuelEighths: 6 } },
  changeCourtesyCar: {
    params: { carId: from('POST /courtesy-cars', '$.id', { body: { plate: '沪A·D90078' } }) },
    body: { version: from('POST /courtesy-cars', '$.version', { body: { plate: '沪A·D90078' } }), modelName: '云岭 X3', insuredUntil: '2099-12-31', km: 1_300, fuelEighths: 8, active: true },
  },
  listLoans: { query: { group: 'open', limit: 20 } },
  offerCourtesyCars: { query: { fromAt: '2099-01-05T01:00:00Z', untilAt: '2099-01-05T09:00:00Z' } },
  bookCourtesyCar: { body: { carId: added, fromAt: now(10), untilAt: now(24 * 60), customerName: '李晨', phone: '19900010001' } },
  handOut: { params: { loanId: loan('id') }, body: { version: loan('version'), driverName: '李晨', licence: '310000000000', kmOut: 1_200, fuelOut: 6, marks: [], signature } },
  takeBack: { params: { loanId: loan('id') }, body: { version: from('POST /courtesy-cars/loans/:loanId/hand-out', '$.version'), kmIn: 1_260, fuelIn: 5 } },
  cancelLoan: { params: { loanId: unwanted('id') }, body: { version: unwanted('version'), reason: '客户不需要了' } },
  printAgreement: { params: { loanId: loan('id') }, after: [call('POST /courtesy-cars/loans/:loanId/hand-out')] },
})

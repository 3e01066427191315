import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as cars from '../actions/cars.ts'
import * as loans from '../actions/loans.ts'
import * as contract from '../contract.ts'

export const courtesyCarBindings: readonly Binding[] = [
  bindReading(contract.listCourtesyCars, cars.listCourtesyCars),
  bindReading(contract.offerCourtesyCars, (reading, { query }) => cars.offerCourtesyCars(reading, query)),
  bindDeed(contract.addCourtesyCar, (deed, { body }) => cars.addCourtesyCar(deed, body)),
  bindDeed(contract.changeCourtesyCar, (deed, { params, body }) => cars.changeCourtesyCar(deed, { ...params, ...body })),
  bindReading(contract.listLoans, (reading, { query }) => loans.listLoans(reading, query)),
  bindDeed(contract.bookCourtesyCar, (deed, { body }) => loans.bookCourtesyCar(deed, body)),
  bindDeed(contract.handOut, (deed, { params, body }) => loans.handOut(deed, { ...params, ...body })),
  bindDeed(contract.takeBack, (deed, { params, body }) => loans.takeBack(deed, { ...params, ...body })),
  bindDeed(contract.cancelLoan, (deed, { params, body }) => loans.cancelLoan(deed, { ...params, ...body })),
  bindDocument(contract.printAgreement, (reading, { params, query }) => loans.printAgreement(reading, params.loanId, query.language)),
]

import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { addCustomer, changeCustomer } from '../actions/maintain-customers.ts'
import { mergeCustomers } from '../actions/merge-customers.ts'
import { listCustomers, seeCustomer } from '../actions/read-customers.ts'
import { recordConsent } from '../actions/record-consent.ts'
import { revealPhone } from '../actions/reveal-phone.ts'
import * as contract from '../contract.ts'

export const customerBindings: readonly Binding[] = [
  bindReading(contract.listCustomers, listCustomers),
  bindReading(contract.seeCustomer, (reading, { params }) => seeCustomer(reading, params.customerId)),
  bindDeed(contract.addCustomer, (deed, { body }) => addCustomer(deed, body)),
  bindDeed(contract.changeCustomer, (deed, { params, body }) => changeCustomer(deed, { id: params.customerId, ...body })),
  bindDeed(contract.mergeCustomers, (deed, { params, body }) => mergeCustomers(deed, { ...params, ...body })),
  bindDeed(contract.recordConsent, (deed, { params, body }) => recordConsent(deed, { ...params, ...body })),
  bindDeed(contract.revealPhone, (deed, { params }) => revealPhone(deed, params.customerId)),
]

/**
 * What other modules' server code may call. Phones come whole: mask with `phoneFor` or `contactPhone` before they leave the server.
 * Announces: customer.added, customer.changed, customer.merged, customer.consented, customer.withdrew-consent, customer.phone-revealed.
 */
export { addCustomer, findOrAddCustomer, type CustomerWish } from './actions/maintain-customers.ts'
export { contactPhone, listCustomers, phoneFor } from './actions/read-customers.ts'
export { renewSearchWords } from './actions/searchable.ts'
export { familyOf, findCustomers, findIdsByWords, type CustomerFacts } from './data/customers.ts'
/** Many at once, without a deed per row (imports, the demo store). */
export { fillCustomers, type FilledCustomer } from './actions/fill-customers.ts'
/** Imports judge and write many lines at once, exports read page by page. Announces customer.imported. */
export { customerKey, findOrAddCustomers, idsOfCustomers, importCustomers, judgeCustomers } from './actions/import-customers.ts'
export { countCustomers, customersByName, exportCustomers, type CustomerKey } from './data/import-customers.ts'
export { customersPersonal } from './data/personal.ts'

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, filledText, id, moment, pageOf, pageQuery, text, version } from '../../platform/shapes.ts'
import { consentChannels, consentPurposes, customerKinds } from './domain/kinds.ts'
import { customerPermissions } from './permissions.ts'

/** Phones are masked unless the reader may see them all. */
export const customerRow = z.object({
  id, kind: z.enum(customerKinds), name: z.string(), phone: z.string(), secondPhone: z.string().nullable(), contactName: z.string(), active: z.boolean(),
})
export type CustomerRow = z.output<typeof customerRow>

export const customerView = customerRow.extend({
  address: z.string(), taxNumber: z.string().nullable(), note: z.string(), mergedInto: id.nullable(), erasedAt: moment.nullable(), createdAt: moment, version,
  consents: z.array(z.object({
    id, purpose: z.enum(consentPurposes), granted: z.boolean(), channel: z.enum(consentChannels), at: moment, personName: z.string(),
  })),
  merged: z.array(z.object({ id, name: z.string(), at: moment, personName: z.string(), reason: z.string() })),
})
export type CustomerView = z.output<typeof customerView>

const wish = {
  kind: z.enum(customerKinds), name: filledText(60), address: text(200), taxNumber: text(30), contactName: text(60), note: text(500),
}
const phone = filledText(30)
const params = z.strictObject({ customerId: id })

export const listCustomers = route({
  does: 'List or search customers by any part of the name, initials, phone or its last four, newest first', method: 'GET', path: '/customers', needs: customerPermissions.see,
  query: z.strictObject({ ...pageQuery, find: text(60).optional(), kind: z.enum(customerKinds).optional() }), gives: pageOf(customerRow),
})
export const seeCustomer = route({
  does: 'See one customer with consents and merges', method: 'GET', path: '/customers/:customerId', needs: customerPermissions.see, params, gives: customerView,
})
export const addCustomer = route({
  does: 'Add a customer', method: 'POST', path: '/customers', needs: customerPermissions.maintain,
  body: z.strictObject({ ...z.strictObject(wish).partial().shape, kind: wish.kind, name: wish.name, phone, secondPhone: text(30).optional() }), gives: z.object({ id, version }),
  refuses: ['customers.not-a-phone', 'customers.known-already'],
})
export const changeCustomer = route({
  does: 'Change a customer; a phone left out stays as it is', method: 'POST', path: '/customers/:customerId/change', needs: customerPermissions.maintain, params,
  body: z.strictObject({ version, ...wish, phone: phone.optional(), secondPhone: text(30).optional(), active: z.boolean() }), gives: done,
  refuses: ['customers.not-a-phone', 'customers.merged-already', 'customers.erased'],
})
export const mergeCustomers = route({
  does: 'Merge a customer into another; vehicles and orders then name the other', method: 'POST', path: '/customers/:customerId/merge', needs: customerPermissions.merge, params,
  body: z.strictObject({ version, intoId: id, reason: filledText(500) }), gives: done, refuses: ['customers.merge-into-itself', 'customers.merged-already', 'customers.erased'],
})
export const recordConsent = route({
  does: 'Record that a customer allows a purpose, or no longer does', method: 'POST', path: '/customers/:customerId/consents', needs: customerPermissions.recordConsent, params,
  body: z.strictObject({ purpose: z.enum(consentPurposes), granted: z.boolean(), channel: z.enum(consentChannels) }), gives: z.object({ id }), refuses: ['customers.merged-already', 'customers.erased'],
})
export const revealPhone = route({
  does: 'Reveal the phones of one customer; the reveal stands in the audit', method: 'POST', path: '/customers/:customerId/reveal-phone', needs: customerPermissions.revealPhone, params,
  gives: z.object({ phone: z.string(), secondPhone: z.string().nullable() }),
})

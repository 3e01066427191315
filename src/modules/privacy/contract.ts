import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, text } from '../../platform/shapes.ts'
import { holdCodes } from './domain/hold-codes.ts'
import { seenHow } from './domain/seen.ts'
import { leastYears, mostYears } from './domain/terms.ts'
import { privacyPermissions } from './permissions.ts'

const whole = z.number().int()
const params = z.strictObject({ customerId: id })
const refusals = ['privacy.erased-already', 'privacy.merged-away', 'privacy.asked-already', ...holdCodes]

export const findPeople = route({
  does: 'Find a customer by name, initials or phone, to answer what is known about him', method: 'GET', path: '/personal-data', needs: privacyPermissions.see,
  query: z.strictObject({ ...pageQuery, find: text(60).default('') }), gives: pageOf(z.object({ id, name: z.string(), phone: z.string() })),
})
export const seePerson = route({
  does: 'See how much is known about a customer and what stands against deleting it', method: 'GET', path: '/personal-data/:customerId', needs: privacyPermissions.see, params,
  gives: z.object({
    id, name: z.string(), phone: z.string(), since: moment, erasedAt: moment.nullable(), asked: z.boolean(), mergedAway: z.boolean(),
    held: z.array(z.object({ zh: z.string(), en: z.string(), rows: whole })), holds: z.array(z.object({ code: z.enum(holdCodes), about: z.string(), until: day.nullable() })),
  }),
})
const seenRow = z.object({ id, at: moment, personName: z.string().nullable(), positions: z.array(z.string()), deed: z.object({ zh: z.string(), en: z.string() }).nullable(), how: z.enum(seenHow), reason: z.string().nullable() })
export type SeenRow = z.output<typeof seenRow>

export const listSeen = route({
  does: 'List who saw, changed or took out a customer\'s data, newest first', method: 'GET', path: '/personal-data/seen', needs: privacyPermissions.see, query: z.strictObject({ ...pageQuery, customerId: id }), gives: pageOf(seenRow),
})
const demand = { demandedBy: filledText(60), identifiedBy: filledText(200), reason: filledText(300) }

export const exportPerson = route({
  does: 'Export everything that is known about one customer, at his demand', method: 'POST', path: '/personal-data/:customerId/export', needs: privacyPermissions.export, params, body: z.strictObject(demand), gives: z.object({ id }),
  refuses: ['privacy.erased-already', 'privacy.merged-away'],
})
export const exportedPerson = route({
  does: 'Save the personal data that one has exported', method: 'GET', path: '/personal-data/exports/:exportId/file', needs: privacyPermissions.export, params: z.strictObject({ exportId: id }),
  query: z.strictObject({ language: languageShape.default('zh-CN'), format: z.enum(['xlsx', 'json']).default('xlsx') }), gives: file,
})
export const demandErasure = route({
  does: 'Ask for the deletion of a customer\'s personal data, at his demand', method: 'POST', path: '/personal-data/:customerId/erasure', needs: privacyPermissions.ask, params, body: z.strictObject(demand),
  gives: z.object({ id, number: z.string() }), refuses: refusals,
})
const erasureRow = z.object({
  id, number: z.string(), cause: z.enum(['demand', 'retention']), status: z.enum(['asked', 'done', 'refused', 'withdrawn']), demandedBy: z.string(), identifiedBy: z.string(), reason: z.string(), askedAt: moment, askedByName: z.string(),
  decidedAt: moment.nullable(), decidedByName: z.string().nullable(), customers: z.array(z.object({ id, name: z.string() })),
})
export type ErasureRow = z.output<typeof erasureRow>

export const listErasures = route({
  does: 'List requests to delete personal data, newest first', method: 'GET', path: '/personal-data/erasures', needs: privacyPermissions.see, query: z.strictObject(pageQuery), gives: pageOf(erasureRow),
})
const dueRow = z.object({ id, name: z.string(), lastAt: moment })
export type DueRow = z.output<typeof dueRow>

export const listDue = route({
  does: 'List customers nobody has heard of for as long as the store keeps personal data', method: 'GET', path: '/personal-data/due', needs: privacyPermissions.see, query: z.strictObject(pageQuery), gives: pageOf(dueRow),
})
export const lookForDue = route({
  does: 'Look now for customers nobody has heard of for long', method: 'POST', path: '/personal-data/due', needs: privacyPermissions.ask, body: z.strictObject({}), gives: z.object({ found: whole }),
})
export const proposeErasure = route({
  does: 'Ask for the deletion of customers from the list of those nobody has heard of', method: 'POST', path: '/personal-data/erasures', needs: privacyPermissions.ask,
  body: z.strictObject({ customerIds: z.array(id).min(1).max(20), reason: filledText(300) }), gives: z.object({ id, number: z.string() }), refuses: ['privacy.not-due', ...refusals],
})
const years = (least: number) => whole.min(least).max(mostYears)
const terms = { invoiceYears: years(leastYears.invoiceYears), repairYears: years(leastYears.repairYears), quietYears: years(leastYears.quietYears) }

export const seeTerms = route({
  does: 'See how many years personal data is kept', method: 'GET', path: '/personal-data/terms', needs: privacyPermissions.see, gives: z.object({ ...terms, version: whole }),
})
export const changeTerms = route({
  does: 'Set how many years personal data is kept', method: 'POST', path: '/personal-data/terms', needs: privacyPermissions.maintain, body: z.strictObject({ ...terms, version: whole.min(0).max(2_147_483_647) }), gives: done,
})

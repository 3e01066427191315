import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, fen, filledText, id, moment, pageOf, pageQuery, pageQueryByNumber, thousandths, version } from '../../platform/shapes.ts'
import { repairOrderPermissions } from '../repair-orders/permissions.ts'
import { campaignKinds, carStates, marks, mostWork } from './domain/campaign.ts'
import { campaignPermissions } from './permissions.ts'

const whole = z.number().int()

export const mostVins = 2_000

const workWish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('labour'), operationId: id }), z.strictObject({ kind: z.literal('part'), partId: id, quantityThousandths: thousandths }),
])

const campaignRow = z.object({
  id, code: z.string(), kind: z.enum(campaignKinds), titleZh: z.string(), titleEn: z.string(), fromDay: day, untilDay: day.nullable(), inForce: z.boolean(), openedByName: z.string(), version,
  work: z.array(z.object({ kind: z.enum(['labour', 'part']), id, code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), quantityThousandths: whole })),
  cars: whole, open: whole, inWork: whole, done: whole, withdrawn: whole,
})
export type CampaignRow = z.output<typeof campaignRow>

export const listCampaigns = route({
  does: 'List recalls and service actions with how many of their cars are done', method: 'GET', path: '/campaigns', needs: campaignPermissions.see, query: z.strictObject(pageQuery), gives: pageOf(campaignRow),
})
const facts = { titleZh: filledText(120), titleEn: filledText(120), fromDay: day, untilDay: day.nullable(), work: z.array(workWish).max(mostWork) }
const refusals = ['campaigns.ends-before-it-begins', 'campaigns.no-work']

export const openCampaign = route({
  does: 'Open a recall or service action', method: 'POST', path: '/campaigns', needs: campaignPermissions.maintain,
  body: z.strictObject({ ...facts, code: filledText(30), kind: z.enum(campaignKinds) }), gives: z.object({ id, version }), refuses: ['campaigns.code-taken', ...refusals],
})
const campaign = { params: z.strictObject({ campaignId: id }) }

export const changeCampaign = route({
  does: 'Change a recall or service action', method: 'POST', path: '/campaigns/:campaignId/change', needs: campaignPermissions.maintain, ...campaign, body: z.strictObject({ ...facts, version }), gives: done, refuses: refusals,
})
export const campaignCar = z.object({
  vin: z.string(), plate: z.string().nullable(), modelName: z.string().nullable(), state: z.enum(carStates), reason: z.string(), orderId: id.nullable(), orderNumber: z.string().nullable(), closedAt: moment.nullable(), version,
})
export type CampaignCar = z.output<typeof campaignCar>

export const listCars = route({
  does: 'List the cars of a campaign by VIN', method: 'GET', path: '/campaigns/cars', needs: campaignPermissions.see,
  query: z.strictObject({ ...pageQueryByNumber, campaignId: id, state: z.enum([...carStates, 'all']).default('all') }), gives: pageOf(campaignCar),
})
export const addCars = route({
  does: 'Put cars on the list of a campaign by their VINs', method: 'POST', path: '/campaigns/:campaignId/cars', needs: campaignPermissions.maintain, ...campaign,
  body: z.strictObject({ vins: z.array(filledText(30)).min(1).max(mostVins) }), gives: z.object({ added: whole, known: whole }), refuses: ['campaigns.not-vins'],
})
export const markCar = route({
  does: 'Mark a listed car as done elsewhere or withdrawn, or list it again', method: 'POST', path: '/campaigns/:campaignId/cars/:vin/mark', needs: campaignPermissions.maintain,
  params: z.strictObject({ campaignId: id, vin: filledText(30) }), body: z.strictObject({ version, mark: z.enum(marks), reason: filledText(300) }), gives: done,
  refuses: ['campaigns.in-work-already', 'campaigns.done-already', 'campaigns.marked-so', 'campaigns.reason-missing'],
})
const ofCar = campaignRow.pick({ id: true, code: true, kind: true, titleZh: true, titleEn: true, fromDay: true, untilDay: true, inForce: true }).extend({
  state: z.enum(carStates), orderId: id.nullable(), orderNumber: z.string().nullable(), closedAt: moment.nullable(),
})
export type CampaignOfCar = z.output<typeof ofCar>

export const seeCampaignsOfCar = route({
  does: 'See the recalls and service actions of a car by its plate', method: 'GET', path: '/campaigns/of-car', needs: campaignPermissions.see, query: z.strictObject({ plate: filledText(20) }), gives: z.object({ rows: z.array(ofCar) }),
})
export const takeUp = route({
  does: "Add a campaign's lines to an order at the maker's cost", method: 'POST', path: '/campaigns/:campaignId/orders/:orderId', needs: repairOrderPermissions.estimate, params: z.strictObject({ campaignId: id, orderId: id }),
  body: z.strictObject({ version }), gives: done.extend({ totalFen: fen }),
  refuses: [
    'campaigns.not-on-the-list', 'campaigns.in-work-already', 'campaigns.done-already', 'campaigns.not-in-force', 'repair-orders.receive-first', 'repair-orders.lines-authorised', 'repair-orders.no-labour-rate', 'catalogue.no-price',
  ],
})

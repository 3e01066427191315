import { call, examplesOf, from, now, own, signature } from '../../platform/example.ts'
import * as contract from './contract.ts'

const order = (plate: string) => from('POST /repair-orders', '$.id', { body: { plate } })
/** A car on which more was found and priced; its customer gets a link. */
const found = order('沪A·D90088')
const work = { params: { orderId: found } }
const priced = call('POST /added-work/:addedWorkId/price', {
  params: { addedWorkId: from('POST /repair-orders/:orderId/added-work', '$.id', { ...work, after: [call('POST /repair-orders/:orderId/authorisation', work)] }) }, body: { version: from('POST /repair-orders/:orderId/added-work', '$.version', work) },
})
const origin = 'http://localhost:8080'
/** What stands at the end of the link's address. */
const token = from('POST /answers/of-order/:orderId', '$.path', { match: '[^/]+$' })
const offered = order('沪A·D90089')
const photo = from('POST /photos', '$.id', { query: { subject: 'repair-order', subjectId: offered, occasion: 'walk-around' } })
const link = (name: string) => from('GET /answers/:token', `$.${name}`, { params: { token: own('token') } })

export const answerExamples = examplesOf(contract, {
  makeLink: { params: { orderId: found }, after: [priced], body: { promisedAt: now(15 * 24 * 60), origin } },
  seeLinks: { params: { orderId: from('GET /repair-orders', '$.rows[0].id', { query: { group: 'in-shop' } }) } },
  offerEstimate: {
    params: { orderId: offered }, after: [call('POST /repair-orders/:orderId/lines', { params: { orderId: offered } })],
    body: { promisedAt: now(14 * 24 * 60), origin, terms: { oldParts: 'leave', wash: true, roadTest: false, waits: false, earliest: null } },
  },
  openLink: { params: { token } },
  seePicture: { params: { photoId: photo, token: from('POST /answers/of-order/:orderId/estimate', '$.path', { match: '[^/]+$' }) } },
  answerLink: { params: { token }, body: { tail: '0001', name: '李晨', signature, items: [{ id: link('items[0].id'), agreed: true }], promisedAt: link('promisedAt') } },
})

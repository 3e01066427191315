import { call, examplesOf, from, own, thisMonth } from '../../platform/example.ts'
import * as contract from './contract.ts'

// The maker's plan of next month runs from proposal to order and correction; the one of the month after is sent back and discarded.
const one = { planId: from('POST /parts-plans', '$.id') }
const another = { planId: from('POST /parts-plans', '$.id', { body: { month: thisMonth(2), kind: 'maker' } }) }
const same = { planId: own('planId') }
type Calls = readonly ReturnType<typeof call>[]
const seen = (after: Calls) => from('GET /parts-plans/:planId', '$.version', { params: same, after })
const part = from('GET /parts', '$.rows[0].id', { query: { find: 'OIL-5W30' } })
const planned = call('POST /parts-plans/:planId/parts/:partId', { params: { planId: own('planId'), partId: part } })
const submitted = call('POST /parts-plans/:planId/submission', { params: same })
const approved = call('POST /parts-plans/:planId/approval', { params: same })
const uploaded = call('POST /parts-plans/:planId/upload', { params: same })
const drawn = call('POST /parts-plans/:planId/orders', { params: same })

export const partsPlanExamples = examplesOf(contract, {
  listPlans: { query: { limit: 20 } },
  proposePlan: { body: { month: thisMonth(1), kind: 'maker' }, by: 'ppl' },
  seePlan: { params: one },
  listPlanLines: { params: one, query: { show: 'all', sort: 'value', limit: 20 } },
  planPart: { params: { ...one, partId: part }, body: { version: from('GET /parts-plans/:planId/lines', '$.rows[0].version', { params: same, query: { show: 'all', find: 'OIL-5W30' } }), plannedThousandths: 12_000_000, reason: '国庆出行保养增多' }, by: 'ppl' },
  planSheet: { params: one, query: { language: 'zh-CN' }, after: [planned] },
  submitPlan: { params: one, body: { version: seen([planned]) }, by: 'ppl' },
  approvePlan: { params: one, body: { version: seen([submitted]) }, by: 'pts' },
  sendBackPlan: { params: another, body: { version: seen([planned, submitted]), reason: '机油按上月实际销量' }, by: 'pts' },
  uploadPlan: { params: one, body: { version: seen([approved]), reference: 'GW-2026-12' } },
  drawOrder: { params: one, body: { version: seen([uploaded]), supplierId: from('GET /parts-suppliers', "$.rows[?@.kind=='maker'].id"), kind: 'M', partIds: [part] } },
  correctPlan: { params: one, body: { version: seen([drawn]), reason: '厂家停产一个配件' }, by: 'ppl' },
  discardPlan: { params: another, body: { version: seen([call('POST /parts-plans/:planId/return', { params: same })]), reason: '改用新口径重新提案' }, by: 'ppl' },
  listConformity: { params: one, query: { limit: 20 } },
  reviewConformity: { body: { words: '机油计划与订货一致，账实相符' } },
})

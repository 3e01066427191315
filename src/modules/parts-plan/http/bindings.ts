import { bindDeed, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { listConformity, reviewConformity, seeConformity } from '../actions/conformity.ts'
import { approvePlan, discardPlan, drawOrder, sendBackPlan, submitPlan, uploadPlan } from '../actions/decide.ts'
import { planPart } from '../actions/plan-part.ts'
import { planSheet } from '../actions/plan-sheet.ts'
import { correctPlan, proposePlan } from '../actions/propose.ts'
import { listPlanLines, listPlans, seePlan } from '../actions/read-plans.ts'
import * as contract from '../contract.ts'

export const partsPlanBindings: readonly Binding[] = [
  bindReading(contract.listPlans, listPlans),
  bindDeed(contract.proposePlan, (deed, { body }) => proposePlan(deed, body)),
  bindReading(contract.seeConformity, (reading) => seeConformity(reading)),
  bindDeed(contract.reviewConformity, (deed, { body }) => reviewConformity(deed, body)),
  bindReading(contract.seePlan, (reading, { params }) => seePlan(reading, params.planId)),
  bindReading(contract.listPlanLines, listPlanLines),
  bindDeed(contract.planPart, (deed, { params, body }) => planPart(deed, { ...params, ...body })),
  bindFile(contract.planSheet, (reading, { params, query }) => planSheet(reading, params.planId, query.language)),
  bindDeed(contract.submitPlan, (deed, { params, body }) => submitPlan(deed, { ...params, ...body })),
  bindDeed(contract.approvePlan, (deed, { params, body }) => approvePlan(deed, { ...params, ...body })),
  bindDeed(contract.sendBackPlan, (deed, { params, body }) => sendBackPlan(deed, { ...params, ...body })),
  bindDeed(contract.uploadPlan, (deed, { params, body }) => uploadPlan(deed, { ...params, ...body })),
  bindDeed(contract.correctPlan, (deed, { params, body }) => correctPlan(deed, { ...params, ...body })),
  bindDeed(contract.discardPlan, (deed, { params, body }) => discardPlan(deed, { ...params, ...body })),
  bindDeed(contract.drawOrder, (deed, { params, body }) => drawOrder(deed, { ...params, ...body })),
  bindReading(contract.listConformity, listConformity),
]

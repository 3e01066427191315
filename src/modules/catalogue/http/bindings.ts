import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { addPrice } from '../actions/add-price.ts'
import { addInsurer, changeInsurer, listInsurers, seeInsurer } from '../actions/maintain-insurers.ts'
import { addModel, changeModel, listModels, seeModel } from '../actions/maintain-models.ts'
import { addOperation, changeOperation, listOperations, seeOperation } from '../actions/maintain-operations.ts'
import { addPart, changePart } from '../actions/maintain-parts.ts'
import { addPackage, changePackage, listPackages, seeMenu, setMenu } from '../actions/maintain-packages.ts'
import { listParts, seePart } from '../actions/read-parts.ts'
import { listLabourRates, listVatRates, setLabourRate, setVatRate } from '../actions/set-rates.ts'
import * as contract from '../contract.ts'

export const catalogueBindings: readonly Binding[] = [
  bindReading(contract.listModels, listModels),
  bindReading(contract.seeModel, (reading, { params }) => seeModel(reading, params.modelId)),
  bindDeed(contract.addModel, (deed, { body }) => addModel(deed, body)),
  bindDeed(contract.changeModel, (deed, { params, body }) => changeModel(deed, { id: params.modelId, ...body })),
  bindReading(contract.listOperations, listOperations),
  bindReading(contract.seeOperation, (reading, { params }) => seeOperation(reading, params.operationId)),
  bindDeed(contract.addOperation, (deed, { body }) => addOperation(deed, body)),
  bindDeed(contract.changeOperation, (deed, { params, body }) => changeOperation(deed, { id: params.operationId, ...body })),
  bindReading(contract.listPackages, (reading, { query }) => listPackages(reading, query)),
  bindDeed(contract.addPackage, (deed, { body }) => addPackage(deed, body)),
  bindDeed(contract.changePackage, (deed, { params, body }) => changePackage(deed, { id: params.packageId, ...body })),
  bindReading(contract.seeMenu, (reading, { params }) => seeMenu(reading, params.modelId)),
  bindDeed(contract.setMenu, (deed, { params, body }) => setMenu(deed, { ...params, ...body })),
  bindReading(contract.listParts, listParts),
  bindReading(contract.seePart, (reading, { params }) => seePart(reading, params.partId)),
  bindDeed(contract.addPart, (deed, { body }) => addPart(deed, body)),
  bindDeed(contract.changePart, (deed, { params, body }) => changePart(deed, { id: params.partId, ...body })),
  bindDeed(contract.addPrice, (deed, { params, body }) => addPrice(deed, { ...params, ...body })),
  bindReading(contract.listLabourRates, listLabourRates),
  bindDeed(contract.setLabourRate, (deed, { body }) => setLabourRate(deed, body)),
  bindReading(contract.listVatRates, listVatRates),
  bindDeed(contract.setVatRate, (deed, { body }) => setVatRate(deed, body)),
  bindReading(contract.listInsurers, listInsurers),
  bindReading(contract.seeInsurer, (reading, { params }) => seeInsurer(reading, params.insurerId)),
  bindDeed(contract.addInsurer, (deed, { body }) => addInsurer(deed, body)),
  bindDeed(contract.changeInsurer, (deed, { params, body }) => changeInsurer(deed, { id: params.insurerId, ...body })),
]

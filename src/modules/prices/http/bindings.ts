import { bindDeed, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as floors from '../actions/floors.ts'
import * as lists from '../actions/lists.ts'
import * as read from '../actions/read-lists.ts'
import * as contract from '../contract.ts'

export const priceBindings: readonly Binding[] = [
  bindReading(contract.listLists, read.listLists),
  bindReading(contract.seeList, (reading, { params }) => read.seeList(reading, params.listId)),
  bindReading(contract.listLines, read.listLines),
  bindReading(contract.seeEffect, read.seeEffect),
  bindFile(contract.listFile, read.listFile),
  bindDeed(contract.prepareList, (deed, { params, body }) => lists.prepareList(deed, { ...params, ...body })),
  bindDeed(contract.askForList, (deed, { params, body }) => lists.askForList(deed, { ...params, ...body })),
  bindDeed(contract.discardList, (deed, { params, body }) => lists.discardList(deed, { ...params, ...body })),
  bindDeed(contract.withdrawList, (deed, { params, body }) => lists.withdrawList(deed, { ...params, ...body })),
  bindDeed(contract.reverseList, (deed, { params, body }) => lists.reverseList(deed, { ...params, ...body })),
  bindReading(contract.seeFloors, floors.seeFloors),
  bindDeed(contract.setFloor, (deed, { body }) => floors.setFloor(deed, body)),
  bindReading(contract.listSold, floors.listSold),
  bindReading(contract.soldByPerson, floors.soldByPerson),
]

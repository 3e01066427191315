import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as absences from '../actions/absences.ts'
import * as deputies from '../actions/deputies.ts'
import * as greeting from '../actions/greeting.ts'
import * as plan from '../actions/plan.ts'
import * as read from '../actions/read-roster.ts'
import * as contract from '../contract.ts'

export const rosterBindings: readonly Binding[] = [
  bindReading(contract.seeWeek, (reading, { query }) => read.seeWeek(reading, query)),
  bindReading(contract.seeOwn, read.seeOwn),
  bindDeed(contract.planDay, (deed, { body }) => plan.planDay(deed, body)),
  bindDeed(contract.planWeek, (deed, { params, body }) => plan.planWeek(deed, { ...params, ...body })),
  bindDeed(contract.copyWeek, (deed, { body }) => plan.copyWeek(deed, body)),
  bindDeed(contract.putShift, (deed, { body }) => plan.putShift(deed, body)),
  bindDeed(contract.putSetting, (deed, { body }) => plan.putSetting(deed, body)),
  bindReading(contract.listAbsences, (reading, { query }) => absences.listAbsences(reading, query)),
  bindReading(contract.seeDeputies, (reading, { params }) => deputies.seeDeputies(reading, params)),
  bindDeed(contract.recordAbsence, (deed, { body }) => absences.recordAbsence(deed, body)),
  bindDeed(contract.endAbsence, (deed, { params, body }) => absences.endAbsence(deed, { ...params, ...body })),
  bindDeed(contract.nameDeputy, (deed, { params, body }) => absences.nameDeputy(deed, { ...params, ...body })),
  bindReading(contract.seeGreeting, (reading, { query }) => read.seeGreeting(reading, query)),
  bindDeed(contract.assignGreeting, (deed, { body }) => greeting.assignGreeting(deed, body)),
  bindDeed(contract.giveSlot, (deed, { body }) => greeting.giveSlot(deed, body)),
  bindDeed(contract.swapSlots, (deed, { body }) => greeting.swapSlots(deed, body)),
  bindDeed(contract.checkIn, (deed, { body }) => greeting.checkIn(deed, body)),
]

import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as appointments from '../actions/appointments.ts'
import { listCalls, recordCall } from '../actions/calls.ts'
import { listShortParts } from '../actions/wished-parts.ts'
import * as contract from '../contract.ts'

export const appointmentBindings: readonly Binding[] = [
  bindReading(contract.seeBoard, (reading, { query }) => appointments.seeBoard(reading, query.day)),
  bindReading(contract.offerSlots, (reading, { query }) => appointments.offerSlots(reading, query)),
  bindReading(contract.listShortParts, listShortParts),
  bindDeed(contract.book, (deed, { body }) => appointments.book(deed, body)),
  bindDeed(contract.move, (deed, { params, body }) => appointments.move(deed, { ...params, ...body })),
  bindDeed(contract.cancel, (deed, { params, body }) => appointments.cancel(deed, { ...params, ...body })),
  bindDeed(contract.confirm, (deed, { params, body }) => appointments.confirm(deed, { ...params, ...body })),
  bindDeed(contract.confirmBoard, (deed, { body }) => appointments.confirmBoard(deed, body)),
  bindDeed(contract.setCapacity, (deed, { body }) => appointments.setCapacity(deed, body)),
  bindReading(contract.listCalls, listCalls),
  bindDeed(contract.recordCall, (deed, { body }) => recordCall(deed, body)),
  bindReading(contract.seeFigures, appointments.seeFigures),
]

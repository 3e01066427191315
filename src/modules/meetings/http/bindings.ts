import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as attendance from '../actions/attendance.ts'
import * as call from '../actions/call.ts'
import * as kinds from '../actions/kinds.ts'
import * as minutes from '../actions/minutes.ts'
import { printMinutes } from '../actions/print-minutes.ts'
import * as read from '../actions/read-meetings.ts'
import * as contract from '../contract.ts'

export const meetingBindings: readonly Binding[] = [
  bindReading(contract.listKinds, kinds.listKinds),
  bindDeed(contract.setKind, (deed, { params, body }) => kinds.setKind(deed, { ...params, ...body })),
  bindReading(contract.listMeetings, (reading, { query }) => read.listMeetings(reading, query)),
  bindReading(contract.dueMeetings, kinds.dueMeetings),
  bindReading(contract.seeMeeting, (reading, { params }) => read.seeMeeting(reading, params.meetingId)),
  bindDocument(contract.printMinutes, (reading, { params, query }) => printMinutes(reading, { ...params, ...query })),
  bindReading(contract.seeCode, (reading, { params, query }) => read.seeCode(reading, { ...params, ...query })),
  bindDeed(contract.callMeeting, (deed, { body }) => call.callMeeting(deed, body)),
  bindDeed(contract.fillAgenda, (deed, { params, body }) => call.fillAgenda(deed, { ...params, ...body })),
  bindDeed(contract.addItem, (deed, { params, body }) => call.addItem(deed, { ...params, ...body })),
  bindDeed(contract.removeItem, (deed, { params, body }) => call.removeItem(deed, { ...params, ...body })),
  bindDeed(contract.holdMeeting, (deed, { params, body }) => call.holdMeeting(deed, { ...params, ...body })),
  bindDeed(contract.attend, (deed, { params, body }) => attendance.attend(deed, { ...params, ...body })),
  bindDeed(contract.setAttendance, (deed, { params, body }) => attendance.setAttendance(deed, { ...params, ...body })),
  bindDeed(contract.writeMinutes, (deed, { params, body }) => minutes.writeMinutes(deed, { ...params, ...body })),
  bindDeed(contract.decide, (deed, { params, body }) => minutes.decide(deed, { ...params, ...body })),
  bindDeed(contract.issueMinutes, (deed, { params, body }) => minutes.issueMinutes(deed, { ...params, ...body })),
  bindDeed(contract.addToMinutes, (deed, { params, body }) => minutes.addToMinutes(deed, { ...params, ...body })),
  bindDeed(contract.readMinutes, (deed, { params }) => minutes.readMinutes(deed, params.meetingId)),
  bindDeed(contract.cancelMeeting, (deed, { params, body }) => call.cancelMeeting(deed, { ...params, ...body })),
]

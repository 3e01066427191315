import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as messages from '../actions/messages.ts'
import * as read from '../actions/read-notices.ts'
import * as settings from '../actions/settings.ts'
import * as contract from '../contract.ts'

export const noticeBindings: readonly Binding[] = [
  bindReading(contract.listNotices, (reading, { query }) => read.listNotices(reading, query)),
  bindReading(contract.seeUnread, read.seeUnread),
  bindDeed(contract.readNotice, (deed, { params }) => read.readNotice(deed, params.noticeId)),
  bindDeed(contract.readAll, (deed, { body }) => read.readAll(deed, body.upTo)),
  bindReading(contract.seeOwnSettings, settings.seeOwnSettings),
  bindDeed(contract.setOwn, (deed, { body }) => settings.setOwn(deed, body)),
  bindDeed(contract.testMail, settings.testMail),
  bindReading(contract.seeChannels, settings.seeChannels),
  bindDeed(contract.setTimes, (deed, { body }) => settings.setTimes(deed, body)),
  bindDeed(contract.addRobot, (deed, { body }) => settings.addRobot(deed, body)),
  bindDeed(contract.editRobot, (deed, { params, body }) => settings.editRobot(deed, { ...params, ...body })),
  bindDeed(contract.testRobot, (deed, { params }) => settings.testRobot(deed, params.robotId)),
  bindReading(contract.listMessages, (reading, { query }) => messages.listMessages(reading, query)),
  bindReading(contract.seeMessage, (reading, { params }) => messages.seeMessage(reading, params.messageId)),
  bindDeed(contract.sendAgain, (deed, { params }) => messages.sendAgain(deed, params.messageId)),
]

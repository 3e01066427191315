import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as bulletins from '../actions/bulletins.ts'
import * as care from '../actions/care.ts'
import * as contract from '../contract.ts'

export const careBindings: readonly Binding[] = [
  bindReading(contract.listFollowUps, care.listFollowUps),
  bindReading(contract.seeScores, care.seeScores),
  bindDeed(contract.recordContact, (deed, { params, body }) => care.recordContact(deed, { ...params, ...body })),
  bindReading(contract.listComplaints, care.listComplaints),
  bindDeed(contract.openComplaint, (deed, { body }) => care.openComplaint(deed, body)),
  bindDeed(contract.answerComplaint, (deed, { params, body }) => care.answerComplaint(deed, { ...params, ...body })),
  bindReading(contract.listBulletins, (reading, { query }) => bulletins.listBulletins(reading, query)),
  bindReading(contract.draftBulletin, (reading, { query }) => bulletins.draftBulletin(reading, query.kind)),
  bindDeed(contract.issueBulletin, (deed, { body }) => bulletins.issueBulletin(deed, body)),
  bindDeed(contract.readBulletin, (deed, { params }) => bulletins.readBulletin(deed, params.bulletinId)),
  bindDeed(contract.closeComplaint, (deed, { params, body }) => care.closeComplaint(deed, { ...params, ...body })),
]

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, filledText, id, languageShape, moment, pageOf, pageQuery, text, version } from '../../platform/shapes.ts'
import { messageStatuses } from './domain/attempts.ts'
import { noticeKinds, ways } from './domain/kinds.ts'
import { robotKinds } from './domain/robot.ts'
import { noticePermissions } from './permissions.ts'

const whole = z.number().int()
const kind = z.enum(noticeKinds)
/** Version 0 says that nothing was set before. */
const versionFromZero = z.number().int().min(0).max(2_147_483_647)

const notice = z.object({ id, kind, facts: z.record(z.string(), z.union([z.string(), z.number()])), /** The page of what it is about. */ path: z.string(), at: moment, readAt: moment.nullable(), /** How many more of its kind the line stands for. */ others: whole })
export type NoticeRow = z.output<typeof notice>

export const listNotices = route({
  does: "List one's own notices, the newest first", method: 'GET', path: '/notices', needs: noticePermissions.see, query: z.strictObject({ ...pageQuery, group: z.enum(['unread', 'all']).default('all'), kind: kind.optional(), find: text(40).default('') }), gives: pageOf(notice),
})
export const seeUnread = route({
  does: 'See how many own notices are unread, counted to a hundred', method: 'GET', path: '/notices/unread', needs: noticePermissions.see, gives: z.object({ count: whole }),
})
const marked = z.object({ marked: whole })

export const readNotice = route({
  does: 'Mark a notice as read', method: 'POST', path: '/notices/:noticeId/read', needs: noticePermissions.see, params: z.strictObject({ noticeId: id }), body: z.strictObject({}), gives: marked,
})
export const readAll = route({
  does: 'Mark all own notices as read, up to the newest that was seen', method: 'POST', path: '/notices/read-all', needs: noticePermissions.see, body: z.strictObject({ upTo: id }), gives: marked,
})

const ownSettings = { mail: text(120), mailOn: z.boolean(), language: languageShape, ways: z.partialRecord(kind, z.enum(ways)) }

export const seeOwnSettings = route({
  does: 'See how one is told', method: 'GET', path: '/notices/own-settings', needs: noticePermissions.see,
  gives: z.object({ ...ownSettings, ways: z.record(kind, z.enum(ways)), /** Whether this machine can send mail. */ mailServer: z.boolean(), version: versionFromZero }),
})
export const setOwn = route({
  does: 'Set how one is told: mail address, and what comes at once, in the digest, or not', method: 'POST', path: '/notices/own-settings', needs: noticePermissions.see,
  body: z.strictObject({ ...ownSettings, version: versionFromZero }), gives: done, refuses: ['notices.not-a-mail-address', 'notices.mail-missing', 'notices.no-mail-server'],
})
const testing = z.object({ messageId: id })
const message = z.object({
  id, channel: z.enum(['mail', 'robot']), /** The person or the robot. */ to: z.string(), test: z.boolean(), status: z.enum(messageStatuses), madeAt: moment, dueAt: moment, attempts: whole, lastError: z.string(), endedAt: moment.nullable(), notices: whole, version,
})
export type MessageRow = z.output<typeof message>
const oneMessage = { params: z.strictObject({ messageId: id }) }

export const testMail = route({
  does: 'Send a test letter to oneself', method: 'POST', path: '/notices/own-settings/test', needs: noticePermissions.see, body: z.strictObject({}), gives: testing, refuses: ['notices.mail-missing', 'notices.no-mail-server'],
})
export const seeMessage = route({
  does: "See whether a message left: a letter to oneself, or for those who look after the channels any", method: 'GET', path: '/notices/messages/:messageId', needs: noticePermissions.see, ...oneMessage, gives: message,
})

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const times = { quietFrom: clock, quietUntil: clock, digestAt: clock }
const robot = { name: filledText(40), kind: z.enum(robotKinds), kinds: z.array(kind).max(noticeKinds.length), language: languageShape, active: z.boolean() }
const robotRow = z.object({ id, ...robot, /** Of the address, which is a secret, the host alone. */ host: z.string(), /** Whether a secret is kept with which it signs. */ signed: z.boolean(), version })
export type RobotRow = z.output<typeof robotRow>

export const seeChannels = route({
  does: "See the store's quiet hours, digest and robots", method: 'GET', path: '/notice-channels', needs: noticePermissions.manage,
  gives: z.object({ ...times, version: versionFromZero, timeZone: z.string(), mailServer: z.boolean(), robots: z.array(robotRow) }),
})
export const setTimes = route({
  does: "Set the store's quiet hours and the time of the digest", method: 'POST', path: '/notice-channels', needs: noticePermissions.manage, body: z.strictObject({ ...times, version: versionFromZero }), gives: done,
})
const wish = { ...robot, address: text(500), secret: text(200) }
const robotRefuses = ['notices.not-an-address', 'notices.address-not-https', 'notices.address-not-public', 'notices.wecom-signs-not', 'notices.name-taken']
const oneRobot = { params: z.strictObject({ robotId: id }) }

export const addRobot = route({
  does: 'Add a robot of a group (WeCom, DingTalk, Feishu)', method: 'POST', path: '/notice-channels/robots', needs: noticePermissions.manage, body: z.strictObject(wish), gives: done.extend({ id }), refuses: robotRefuses,
})
export const editRobot = route({
  does: 'Change a robot, or switch it off; address and secret left empty stay', method: 'POST', path: '/notice-channels/robots/:robotId', needs: noticePermissions.manage, ...oneRobot, body: z.strictObject({ ...wish, version }), gives: done, refuses: robotRefuses,
})
export const testRobot = route({
  does: 'Send a test message into the group of a robot', method: 'POST', path: '/notice-channels/robots/:robotId/test', needs: noticePermissions.manage, ...oneRobot, body: z.strictObject({}), gives: testing,
})
export const listMessages = route({
  does: 'List what was sent by mail and robots, or could not be delivered, the newest first', method: 'GET', path: '/notice-channels/messages', needs: noticePermissions.manage,
  query: z.strictObject({ ...pageQuery, group: z.enum(['dead', 'all']).default('dead') }), gives: pageOf(message),
})
export const sendAgain = route({
  does: 'Send a message again that could not be delivered', method: 'POST', path: '/notice-channels/messages/:messageId/send-again', needs: noticePermissions.manage, ...oneMessage, body: z.strictObject({}), gives: message, refuses: ['notices.left-already'],
})

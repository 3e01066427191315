import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/texts.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { seeChannels as channelsRoute, seeOwnSettings as ownRoute } from '../contract.ts'
import { joinMessages, type Channel } from '../data/outbox.ts'
import * as data from '../data/settings.ts'
import { noticeKinds, presetWays, type NoticeKind, type Ways } from '../domain/kinds.ts'
import { presetTimes, type QuietTimes } from '../domain/quiet.ts'
import { whyNotAddress, type RobotKind } from '../domain/robot.ts'
import { whyNotMail, whyNotSecret } from '../domain/settings.ts'
import { channels } from './channels.ts'
import { partsOf } from './post-robot.ts'
import { testKey } from './send.ts'

const unset = (personId: string): data.OwnSetting => ({ personId, mail: '', mailOn: false, language: 'zh-CN', ways: {}, version: 0 })
const ownOf = async ({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<data.OwnSetting> => (await data.ownSettings(tx, by.storeId, [by.personId]))[0] ?? unset(by.personId)

export async function seeOwnSettings(reading: Reading): Promise<AnswerOf<typeof ownRoute>> {
  const { mail, mailOn, language, ways, version } = await ownOf(reading)
  return { mail, mailOn, language, ways: { ...presetWays, ...ways }, mailServer: channels().mail !== null, version }
}

export type OwnWish = { readonly version: number; readonly mail: string; readonly mailOn: boolean; readonly language: Language; readonly ways: Ways }

/** Version 0: nothing was set before. */
export async function setOwn(deed: Deed, { version, ...wish }: OwnWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = await ownOf(deed)
  refuseStale(before.version, version)
  refuseIf(whyNotMail({ ...wish, mailServer: channels().mail !== null }))
  refuseStale(await data.putOwnSetting(tx, by.storeId, { ...wish, personId: by.personId, version }) === 1 ? version : version + 1, version)
  deed.record({ subject: 'notice-settings', subjectId: by.personId, before, after: wish })
  deed.announce({ event: 'notice.own-settings-changed', subjectId: by.personId })
  return { version: version + 1 }
}

/** A letter to oneself, by the way all letters go. */
export async function testMail(deed: Deed): Promise<{ messageId: string }> {
  const own = await ownOf(deed)
  refuseIf(channels().mail === null ? new Refusal('notices.no-mail-server') : own.mail === '' ? new Refusal('notices.mail-missing') : null)
  return sendTest(deed, 'mail', deed.by.personId)
}

async function sendTest(deed: Deed, channel: Channel, recipientId: string): Promise<{ messageId: string }> {
  const { tx, by, now } = deed
  const id = deed.newId()
  await joinMessages(tx, by.storeId, now, [{ id, channel, recipientId, key: testKey(id), dueAt: now }])
  deed.record({ subject: 'notice-message', subjectId: id, after: { channel, recipientId, test: true } })
  deed.announce({ event: 'notice.made', subjectId: id })
  return { messageId: id }
}

export async function seeChannels({ tx, by }: Reading): Promise<AnswerOf<typeof channelsRoute>> {
  const times = await data.findStoreSetting(tx, by.storeId) ?? { ...presetTimes, version: 0 }
  const robots = (await data.listRobots(tx, by.storeId)).map(({ address: _, secret, ...robot }) => ({ ...robot, signed: secret !== '' }))
  return { ...times, mailServer: channels().mail !== null, timeZone: by.timeZone, robots }
}

export async function setTimes(deed: Deed, { version, ...times }: QuietTimes & { readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = await data.findStoreSetting(tx, by.storeId) ?? { ...presetTimes, version: 0 }
  refuseStale(before.version, version)
  refuseStale(await data.putStoreSetting(tx, by.storeId, { ...times, version }) === 1 ? version : version + 1, version)
  deed.record({ subject: 'notice-times', subjectId: by.storeId, before, after: times })
  deed.announce({ event: 'notice-channel.changed', subjectId: by.storeId })
  return { version: version + 1 }
}

export type RobotWish = { readonly name: string; readonly kind: RobotKind; readonly address: string; readonly secret: string; readonly kinds: readonly NoticeKind[]; readonly language: Language; readonly active: boolean }

const sorted = (kinds: readonly NoticeKind[]): NoticeKind[] => noticeKinds.filter((kind) => kinds.includes(kind))

export async function addRobot(deed: Deed, wish: RobotWish): Promise<{ id: string; version: number }> {
  const { tx, by } = deed
  const id = deed.newId()
  const robot = sealed(id, wish, null)
  refuseIf(await data.insertRobot(tx, by.storeId, { ...robot, version: 1 }) === 1 ? null : new Refusal('notices.name-taken', { name: wish.name }))
  deed.record({ subject: 'notice-robot', subjectId: id, after: withoutSecrets(robot) })
  deed.announce({ event: 'notice-channel.changed', subjectId: id })
  return { id, version: 1 }
}

/** Address and secret that are left empty stay as they are: nobody sees them again. */
export async function editRobot(deed: Deed, { robotId, version, ...wish }: RobotWish & { readonly robotId: string; readonly version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = found(await data.lockRobot(tx, by.storeId, robotId), 'robot')
  refuseStale(before.version, version)
  refuseIf(await data.isNameTaken(tx, by.storeId, wish.name, robotId) === null ? null : new Refusal('notices.name-taken', { name: wish.name }))
  const robot = sealed(robotId, wish, before)
  await data.updateRobot(tx, by.storeId, { ...robot, version })
  deed.record({ subject: 'notice-robot', subjectId: robotId, before: withoutSecrets(before), after: { ...withoutSecrets(robot), newAddress: wish.address !== '', newSecret: wish.secret !== '' } })
  deed.announce({ event: 'notice-channel.changed', subjectId: robotId })
  return { version: version + 1 }
}

type Kept = Pick<data.RobotData, 'address' | 'secret' | 'host' | 'kind'>

/** What goes into the database: whoever reads it alone, or a backup of it, cannot write into the group. */
function sealed(id: string, { address, secret, kinds, ...wish }: RobotWish, kept: Kept | null): Omit<data.RobotData, 'version'> {
  const { seal, localRobots } = channels()
  const parts = partsOf(address)
  if (kept === null || address !== '') refuseIf(whyNotAddress(parts, localRobots))
  refuseIf(whyNotSecret({ kind: wish.kind, secret }))
  return {
    ...wish, id, kinds: sorted(kinds), host: parts?.hostname ?? kept?.host ?? '', address: address === '' ? kept?.address ?? '' : seal.close(address, id),
    secret: wish.kind === 'wecom' ? '' : secret === '' ? kept?.secret ?? '' : seal.close(secret, id),
  }
}

const withoutSecrets = ({ name, kind, host, kinds, language, active }: Omit<data.RobotData, 'version'>) => ({ name, kind, host, kinds, language, active })

export async function testRobot(deed: Deed, robotId: string): Promise<{ messageId: string }> {
  found(await data.lockRobot(deed.tx, deed.by.storeId, robotId), 'robot')
  return sendTest(deed, 'robot', robotId)
}

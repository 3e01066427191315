import type { Facts } from '../../../kernel/refusal.ts'
import type { Clock } from '../../../kernel/time.ts'
import { fill, type Language, type Texts } from '../../../kernel/texts.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import * as data from '../data/outbox.ts'
import { listRobots, ownSettings, type OwnSetting, type RobotData } from '../data/settings.ts'
import { leaseSeconds, triedAgainAt } from '../domain/attempts.ts'
import type { Digest } from '../domain/digest.ts'
import { withoutPersons } from '../domain/kinds.ts'
import { digestKey } from '../domain/quiet.ts'
import { textOf, type Words } from '../domain/robot.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { channels } from './channels.ts'
import { digestsOf } from './digest.ts'
import { isForGood } from './post-mail.ts'
import { postToRobot } from './post-robot.ts'

/** So few that all of them are through, or given up, well before their lease ends. */
const atOnce = 10
const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

/** A message of this key is a test: told at once whether it came, never tried again. */
export const testKey = (id: string): string => `test ${id}`
const isTest = ({ key }: { key: string }): boolean => key.startsWith('test ')
/** What waited for the digest's time or the end of quiet hours. */
const isDigest = ({ key }: { key: string }): boolean => key.startsWith(digestKey)

/** How one attempt ended; `dropped`: nobody wants it any more. */
type Outcome = 'sent' | 'dropped' | { readonly error: string; readonly forGood: boolean }
type Ready = { readonly message: data.Claimed; send(): Promise<Outcome> }

/**
 * Sends what is due, in every store. A message is taken by a short transaction, sent outside of any, and ended by another: a sender that dies in between leaves it to the next
 * one after its lease, with the same id for the receiver to tell. Two senders never have the same message. Answers how many left.
 */
export async function sendDue(database: Database, clock: Clock): Promise<number> {
  let sent = 0
  for (const storeId of await storeIds(database.plain)) {
    const now = clock.now()
    const claimed = await database.transaction([storeId], (tx) => data.claimDue(tx, storeId, { now, leaseUntil: new Date(now.getTime() + leaseSeconds * 1_000), limit: atOnce }))
    if (claimed.length === 0) continue
    const ready = await database.reading([storeId], (tx) => madeReady(tx, storeId, claimed, now))
    const endings = await Promise.all(ready.map(async ({ message, send }) => endingOf(message, await send(), clock.now())))
    await database.transaction([storeId], (tx) => data.endAttempts(tx, storeId, clock.now(), endings))
    sent += endings.filter(({ status }) => status === 'sent').length
  }
  return sent
}

function endingOf({ id, attempts, key }: data.Claimed, outcome: Outcome, now: Date): data.Ending {
  if (typeof outcome === 'string') return { id, attempts, status: outcome, error: '', dueAt: null }
  const again = triedAgainAt({ attempts, forGood: outcome.forGood || isTest({ key }), now })
  return { id, attempts, status: again === null ? 'dead' : 'waiting', error: outcome.error.slice(0, 300), dueAt: again }
}

async function madeReady(tx: Tx, storeId: string, claimed: readonly data.Claimed[], now: Date): Promise<Ready[]> {
  const items = Map.groupBy(await data.itemsOf(tx, storeId, claimed.map(({ id }) => id)), ({ messageId }) => messageId)
  const people = new Map((await ownSettings(tx, storeId, claimed.map(({ recipientId }) => recipientId))).map((own) => [own.personId, own]))
  const robots = new Map((await listRobots(tx, storeId)).map((robot) => [robot.id, robot]))
  const store = await findStore(tx, storeId)
  const digests = await digestsOf(tx, { id: storeId, timeZone: store.timeZone }, now, claimed.filter(isDigest).flatMap(({ id }) => items.get(id) ?? []))
  return claimed.map((message) => {
    const own = items.get(message.id) ?? []
    const said: Said = { items: own, digest: isDigest(message) ? digests.digestFor(message.recipientId, own) : undefined, test: isTest(message), storeName: (language) => (language === 'en' ? store.nameEn : store.nameZh) }
    const send = message.channel === 'mail' ? () => sendMail(message.id, people.get(message.recipientId), said) : () => sendToRobot(message.id, robots.get(message.recipientId), said, now)
    return { message, send }
  })
}

/** `digest`: what waited for a moment, thinned; null where nothing of it is left to say. */
type Said = { readonly items: readonly data.SentItem[]; readonly digest: Digest | null | undefined; readonly test: boolean; storeName(language: Language): string }

async function sendMail(id: string, own: OwnSetting | undefined, said: Said): Promise<Outcome> {
  const { mail } = channels()
  if (own === undefined || own.mail === '' || !(own.mailOn || said.test) || (isNothing(said) && !said.test)) return 'dropped'
  if (mail === null) return { error: texts[own.language]['notices.no-mail-server'] ?? '', forGood: true }
  const { title, lines, link } = wordsOf(said, own.language, false)
  try {
    await mail.send({ id, to: own.mail, subject: title, text: [...lines, '', ...(link === null ? [] : [link])].join('\n') })
    return 'sent'
  } catch (cause) {
    return { error: cause instanceof Error ? cause.message : String(cause), forGood: isForGood(cause) }
  }
}

async function sendToRobot(id: string, robot: RobotData | undefined, said: Said, now: Date): Promise<Outcome> {
  if (robot === undefined || !(robot.active || said.test) || (isNothing(said) && !said.test)) return 'dropped'
  const { seal, localRobots, patience } = channels()
  const text = textOf(wordsOf(said, robot.language, true), (count) => fill(texts[robot.language]['notices.and-more'] ?? '', { count }))
  const address = seal.open(robot.address, robot.id)
  const why = await postToRobot({ id, kind: robot.kind, address, secret: robot.secret === '' ? '' : seal.open(robot.secret, robot.id), text, now, local: localRobots, patience })
  return why === null ? 'sent' : { error: texts[robot.language][why] ?? why, forGood: why.startsWith('notices.') }
}

const isNothing = ({ items, digest }: Said): boolean => items.length === 0 || digest === null

/** One notice is its own title; a digest counts, names the worst and leaves the rest to the page. What goes to a robot leaves the house, and names nobody. */
function wordsOf({ items, digest, test, storeName }: Said, language: Language, leavesTheHouse: boolean): Words {
  const t: Say = (key, facts = {}) => fill(texts[language][key] ?? key, facts)
  const { publicUrl } = channels()
  const store = storeName(language)
  if (test) return { title: t('notices.test-title', { store }), lines: [t('notices.test-words')], link: null }
  const { worst: named, rest, dueToday } = digest ?? { worst: items, rest: 0, dueToday: 0 }
  const lines = named.map(({ kind, facts }) => t(`notices.say.${kind}`, leavesTheHouse ? withoutPersons(facts) : facts))
  const [only] = named
  const linkTo = (path: string): string | null => (publicUrl === null ? null : new URL(path, publicUrl).href)
  if (only !== undefined && named.length === 1 && dueToday === 0) return { title: t('notices.one-title', { kind: t(`notices.kind.${only.kind}`), store }), lines, link: linkTo(only.path) }
  const counted = digest === null || digest === undefined ? [] : [countsOf(digest, t)]
  const more = rest > 0 ? [t('notices.and-more', { count: rest })] : []
  return { title: t('notices.digest-title', { count: named.length + rest, store }), lines: [...counted, ...lines.map((line) => `· ${line}`), ...more], link: linkTo('/notices') }
}

type Say = (key: string, facts?: Facts) => string

/** `3 late · 2 due today · 1 climbed`: what there is none of is not said. */
function countsOf({ counts, dueToday }: Digest, t: Say): string {
  const groups = [['late', counts.late], ['due-today', dueToday], ['climbed', counts.climbed], ['approvals', counts.approvals], ['others', counts.others]] as const
  return groups.filter(([, count]) => count > 0).map(([group, count]) => t(`notices.digest.${group}`, { count })).join(t('notices.digest.between'))
}

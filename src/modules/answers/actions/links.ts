import { createHash, randomBytes } from 'node:crypto'
import { toSVG } from 'bwip-js/node'
import { found, Refusal, RefusedError, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { perform } from '../../../platform/deed.ts'
import type { OpenContext } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import { findStore, type StoreFacts } from '../../organisation/public.ts'
import { pictureOfPhoto } from '../../photos/public.ts'
import { whyNotPromise } from '../../repair-orders/domain/outlook.ts'
import { findOrder, findReception, lockOrder } from '../../repair-orders/public.ts'
import type { LinkView, makeLink as makeRoute, seeLinks as seeRoute } from '../contract.ts'
import * as data from '../data/links.ts'
import { isCurrent, linkHours, mostWrongTries, stateOfLink, whyNotAnswer, type LinkSubject } from '../domain/link.ts'
import { asked, totalOf, type Answers } from './asked.ts'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The store's id in front lets row security hold before anything is looked up; what follows nobody can guess. */
const newToken = (storeId: string): string => storeId.replaceAll('-', '') + randomBytes(24).toString('base64url')

function storeOf(token: string): string {
  const hex = token.slice(0, 32)
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RefusedError(new Refusal('platform.not-found', { what: 'link' }), 404)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export type LinkWish = { readonly orderId: string; readonly subject: LinkSubject; readonly promisedAt: string; readonly terms: data.LinkTerms | null; /** Of added work, whose link keeps no terms. */ readonly earliest?: string | undefined; readonly publicUrl: string | null; /** Where the house itself opens the product: the tablet at the counter does too. */ readonly origin: string }

/** What waits for the customer goes into the link, in the version of this moment. The token is shown once and stored nowhere. */
export async function makeLink(deed: Deed, { orderId, subject, promisedAt, terms, earliest, publicUrl, origin }: LinkWish): Promise<AnswerOf<typeof makeRoute>> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  const promised = new Date(promisedAt)
  await asked[subject].refuseToAsk(deed, order, promised)
  refuseIf(promised <= now ? new Refusal('repair-orders.promise-in-past') : null)
  const seen = terms === null ? earliest ?? null : terms.earliest
  refuseIf(whyNotPromise({ promisedAt: promised.getTime(), earliest: seen === null ? null : Date.parse(seen), earlyReason: terms?.earlyReason ?? '' }))
  const items = await asked[subject].waiting(deed, order)
  await data.voidLinks(tx, by.storeId, order.id, now)
  const token = newToken(by.storeId)
  const expiresAt = new Date(now.getTime() + linkHours * 3_600_000)
  const link = { id: deed.newId(), subject, terms, orderId: order.id, tokenHash: hashOf(token), items, promisedAt: promised, madeAt: now, madeBy: by.personId, madeByName: by.name, expiresAt }
  await data.insertLink(tx, by.storeId, link)
  deed.record({ subject: 'customer-link', subjectId: link.id, after: { orderNumber: order.number, about: subject, items: items.length, expiresAt } })
  deed.announce({ event: 'answer.link-made', subjectId: order.id })
  const path = `/answer/${token}`
  const url = publicUrl === null ? null : new URL(path, publicUrl).toString()
  const drawn = toSVG({ bcid: 'qrcode', text: url ?? new URL(path, origin).toString(), scale: 4, padding: 4 })
  return { path, url, picture: `data:image/svg+xml;base64,${Buffer.from(drawn).toString('base64')}`, expiresAt: expiresAt.toISOString() }
}

type Known = { readonly link: data.LinkData; readonly view: LinkView }

/** Nobody signs in with a link: the store's clock and its row security come from its token, the name from who sent it. */
async function asSender(tx: Tx, storeId: string, now: Date, sender?: data.LinkData): Promise<Reading & { store: StoreFacts }> {
  const store = await findStore(tx, storeId)
  const by = { personId: sender?.madeBy ?? '', name: sender?.madeByName ?? '', storeId, storeCode: '', timeZone: store.timeZone, positions: [], permissions: new Set<string>() }
  return { tx, now, by, store }
}

/** The link with what it shows: its own items alone, without names and phones; nothing of it once it is answered or void. */
async function known(tx: Tx, storeId: string, link: data.LinkData, now: Date): Promise<Known> {
  const order = found(await findOrder(tx, storeId, link.orderId), 'link')
  const reading = await asSender(tx, storeId, now, link)
  const { subject, terms } = link
  const said = stateOfLink({ ...link, now, current: isCurrent(subject, link.items, await asked[subject].waiting(reading, order)) })
  const shown = said === 'open' ? await asked[subject].show(reading, order, link) : null
  const state = shown !== null && new Date(shown.promisedAt) <= now ? 'void' : said
  const { nameZh: storeZh, nameEn: storeEn, phone: storePhone, timeZone } = reading.store
  const { items, photos, promisedAt, reasons } = state === 'open' && shown !== null ? shown : { items: [], photos: [], promisedAt: link.promisedAt.toISOString(), reasons: [] }
  const choices = terms === null ? null : { oldParts: terms.oldParts, wash: terms.wash, roadTest: terms.roadTest }
  return {
    link,
    view: { state, subject, storeZh, storeEn, storePhone, timeZone, plate: order.plate, promisedAt, moved: new Date(promisedAt) > link.promisedAt, reasons, choices, photos, items, totalFen: totalOf(items) },
  }
}

const linkOf = async (tx: Tx, storeId: string, token: string): Promise<data.LinkData> => found(await data.findLink(tx, storeId, hashOf(token)), 'link')

/** Opening is free; when it was first opened is noted for the advisor. */
export async function openLink({ tools }: OpenContext, token: string): Promise<LinkView> {
  const [storeId, now] = [storeOf(token), tools.clock.now()]
  const { opened, orderId, view } = await tools.database.transaction([storeId], async (tx) => {
    const shown = await known(tx, storeId, await linkOf(tx, storeId, token), now)
    return { view: shown.view, orderId: shown.link.orderId, opened: await data.noteOpened(tx, storeId, shown.link.id, now) }
  })
  if (opened === 1) tools.onNews(storeId, [{ event: 'answer.opened', subjectId: orderId }])
  return view
}

/** A photo of an item that the link shows, and no other. */
export async function seePicture({ tools, reply }: OpenContext, files: KeptFiles, { token, photoId }: { token: string; photoId: string }): Promise<unknown> {
  const storeId = storeOf(token)
  const bytes = await tools.database.reading([storeId], async (tx) => {
    const { view } = await known(tx, storeId, await linkOf(tx, storeId, token), tools.clock.now())
    return [view, ...view.items].some(({ photos }) => photos.includes(photoId)) ? pictureOfPhoto(tx, files, storeId, photoId) : null
  })
  return reply.type('image/jpeg').header('content-disposition', 'inline').send(Buffer.from(found(bytes, 'photo')))
}

export type AnswerWish = { readonly token: string; readonly tail: string; readonly name: string; readonly signature: string | null; readonly words: string } & Pick<Answers, 'items' | 'promisedAt' | 'oldParts' | 'roadTest'>

/** In the name of the advisor who sent the link: all items or none. What the customer saw stays with his answer. */
export async function answerLink(context: OpenContext, wish: AnswerWish): Promise<{ agreed: number; refused: number }> {
  const { tools, request } = context
  const { database, clock } = tools
  const storeId = storeOf(wish.token)
  const { sender, by } = await database.reading([storeId], async (tx) => {
    const link = await linkOf(tx, storeId, wish.token)
    return { sender: link, ...await asSender(tx, storeId, clock.now(), link) }
  })
  const key = String(request.headers['idempotency-key'] ?? `answer-${sender.id}`).slice(0, 100)
  const hash = hashOf(wish.token)
  // The try is taken before it is judged: of many guesses at once those too late are not looked at. One who was answered may still hear so.
  const { taken, answered } = await database.transaction([storeId], async (tx) => ({ taken: await data.takeTry(tx, storeId, hash, mostWrongTries), answered: (await linkOf(tx, storeId, wish.token)).answeredAt !== null }))
  refuseIf(taken === 1 || answered ? null : new Refusal('answers.void'))
  try {
    return await perform(tools, by, { operation: 'POST /answers/:token', key, body: wish, requestId: request.id }, (deed) => writeAnswer(deed, wish))
  } catch (cause) {
    const wrong = cause instanceof RefusedError && cause.refusal.code === 'answers.wrong-tail'
    await database.transaction([storeId], (tx) => (wrong ? data.voidAfterTries(tx, storeId, hash, mostWrongTries, clock.now()) : data.giveTryBack(tx, storeId, hash, taken)))
    throw cause
  }
}

async function writeAnswer(deed: Deed, { token, tail, ...wish }: AnswerWish): Promise<{ agreed: number; refused: number }> {
  const { tx, by, now } = deed
  const { link, view } = await known(tx, by.storeId, found(await data.lockLink(tx, by.storeId, hashOf(token)), 'link'), now)
  const phone = (await findReception(tx, by.storeId, link.orderId))?.senderPhone ?? ''
  const { name, signature, words } = wish
  const items = wish.items.filter(({ id }) => view.items.some((item) => item.id === id))
  const unanswered = view.items.filter(({ id }) => items.every((item) => item.id !== id)).length
  refuseIf(whyNotAnswer({ state: view.state, tail, phone, name, signature, unanswered, promisedAt: Date.parse(wish.promisedAt), promiseNow: Date.parse(view.promisedAt) }))
  const said = await asked[link.subject].answer(deed, link, { ...wish, items, signature: found(signature, 'signature') })
  await data.markAnswered(tx, by.storeId, { id: link.id, at: now, customerName: name, seen: { view, answers: items, words, choices: { oldParts: wish.oldParts, roadTest: wish.roadTest } } })
  deed.record({ subject: 'customer-link', subjectId: link.id, after: { answeredBy: name, items } })
  return said
}

/** What became of an order's links. What waits now is asked once for all of them. */
export async function seeLinks(reading: Reading, orderId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by, now } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const links = await data.linksOfOrder(tx, by.storeId, orderId)
  const waiting = new Map<LinkSubject, data.LinkItem[]>()
  for (const subject of new Set(links.map((link) => link.subject))) waiting.set(subject, await asked[subject].waiting(reading, order))
  const iso = (at: Date | null): string | null => at?.toISOString() ?? null
  return {
    rows: links.map((link) => ({
      id: link.id, subject: link.subject, state: stateOfLink({ ...link, now, current: isCurrent(link.subject, link.items, waiting.get(link.subject) ?? []) }), madeAt: link.madeAt.toISOString(), madeByName: link.madeByName,
      expiresAt: link.expiresAt.toISOString(), openedAt: iso(link.openedAt), answeredAt: iso(link.answeredAt), customerName: link.customerName,
    })),
  }
}

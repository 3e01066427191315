import { createHash, randomBytes } from 'node:crypto'
import { toSVG } from 'bwip-js/node'
import { sumOf } from '../../../kernel/money.ts'
import { found, Refusal, RefusedError, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { perform } from '../../../platform/deed.ts'
import type { OpenContext } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import { findStore } from '../../organisation/public.ts'
import { photosOfSubject, pictureOfPhoto } from '../../photos/public.ts'
import { addedWorkOf, decideAddedWork, findOrder, findReception, lockOrder } from '../../repair-orders/public.ts'
import type { LinkView, makeLink as makeRoute, seeLinks as seeRoute } from '../contract.ts'
import * as data from '../data/links.ts'
import { linkHours, mostWrongTries, stateOfLink, whyNotAnswer } from '../domain/link.ts'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The store's id in front lets row security hold before anything is looked up; what follows nobody can guess. */
const newToken = (storeId: string): string => storeId.replaceAll('-', '') + randomBytes(24).toString('base64url')

function storeOf(token: string): string {
  const hex = token.slice(0, 32)
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RefusedError(new Refusal('platform.not-found', { what: 'link' }), 404)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** What is priced and not answered goes into the link, in the version of this moment. The token is shown once and stored nowhere. */
export async function makeLink(deed: Deed, { orderId, promisedAt, publicUrl }: { orderId: string; promisedAt: string; publicUrl: string | null }): Promise<AnswerOf<typeof makeRoute>> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  const items = (await addedWorkOf(tx, by.storeId, [order.id])).filter(({ status }) => status === 'priced').map(({ id, version }) => ({ id, version }))
  refuseIf(items.length === 0 ? new Refusal('answers.nothing-to-answer') : null)
  refuseIf(new Date(promisedAt) <= now ? new Refusal('repair-orders.promise-in-past') : null)
  await data.voidLinks(tx, by.storeId, order.id, now)
  const token = newToken(by.storeId)
  const expiresAt = new Date(now.getTime() + linkHours * 3_600_000)
  const link = { id: deed.newId(), orderId: order.id, tokenHash: hashOf(token), items, promisedAt: new Date(promisedAt), madeAt: now, madeBy: by.personId, madeByName: by.name, expiresAt }
  await data.insertLink(tx, by.storeId, link)
  deed.record({ subject: 'customer-link', subjectId: link.id, after: { orderNumber: order.number, items: items.length, expiresAt } })
  deed.announce({ event: 'answer.link-made', subjectId: order.id })
  const path = `/answer/${token}`
  const url = publicUrl === null ? null : new URL(path, publicUrl).toString()
  const drawn = toSVG({ bcid: 'qrcode', text: url ?? path, scale: 4, padding: 4 })
  return { path, url, picture: `data:image/svg+xml;base64,${Buffer.from(drawn).toString('base64')}`, expiresAt: expiresAt.toISOString() }
}

type Known = { readonly link: data.LinkData; readonly view: LinkView }

/** The link with what it shows: its own items alone, without names and phones. */
async function known(tx: Tx, storeId: string, link: data.LinkData, now: Date): Promise<Known> {
  const order = found(await findOrder(tx, storeId, link.orderId), 'link')
  const store = await findStore(tx, storeId)
  const works = (await addedWorkOf(tx, storeId, [order.id])).filter(({ id }) => link.items.some((item) => item.id === id))
  const current = link.items.every(({ id, version }) => works.some((work) => work.id === id && work.version === version && work.status === 'priced'))
  const photos = await photosOfSubject(tx, storeId, 'repair-order', order.id)
  const items = works.map(({ id, number, findings, urgency, lines, totalFen }) => ({
    id, number, findings, urgency, totalFen, photos: photos.filter(({ occasion, detail, removedAt }) => occasion === 'added-work' && detail === id && removedAt === null).map((photo) => photo.id),
    lines: lines.map(({ id: lineId, kind, payer, operationId, partId, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, amountFen }) => ({ id: lineId, kind, payer, operationId, partId, code, nameZh, nameEn, unit, quantityThousandths, unitPriceFen, amountFen })),
  }))
  const state = stateOfLink({ ...link, now, current })
  const shown = state === 'open' ? items : []
  return {
    link,
    view: { state, storeZh: store.nameZh, storeEn: store.nameEn, storePhone: store.phone, plate: order.plate, promisedAt: link.promisedAt.toISOString(), items: shown, totalFen: sumOf(shown.map(({ totalFen }) => totalFen)) },
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
    return view.items.some(({ photos }) => photos.includes(photoId)) ? pictureOfPhoto(tx, files, storeId, photoId) : null
  })
  return reply.type('image/jpeg').header('content-disposition', 'inline').send(Buffer.from(found(bytes, 'photo')))
}

export type AnswerWish = { readonly token: string; readonly tail: string; readonly name: string; readonly signature: string | null; readonly words: string; readonly items: readonly { readonly id: string; readonly agreed: boolean }[] }

/** In the name of the advisor who sent the link: all items or none. What the customer saw stays with his answer. */
export async function answerLink(context: OpenContext, wish: AnswerWish): Promise<{ agreed: number; refused: number }> {
  const { tools, request } = context
  const { database, clock } = tools
  const storeId = storeOf(wish.token)
  const { sender, timeZone } = await database.reading([storeId], async (tx) => ({ sender: await linkOf(tx, storeId, wish.token), ...await findStore(tx, storeId) }))
  const by = { personId: sender.madeBy, name: sender.madeByName, storeId, storeCode: '', timeZone, positions: [], permissions: new Set<string>() }
  const key = String(request.headers['idempotency-key'] ?? `answer-${sender.id}`).slice(0, 100)
  try {
    return await perform(tools, by, { operation: 'POST /answers/:token', key, body: wish, requestId: request.id }, (deed) => writeAnswer(deed, wish))
  } catch (cause) {
    if (cause instanceof RefusedError && cause.refusal.code === 'answers.wrong-tail') await database.transaction([storeId], (tx) => data.noteWrongTry(tx, storeId, hashOf(wish.token), mostWrongTries, clock.now()))
    throw cause
  }
}

async function writeAnswer(deed: Deed, { token, tail, name, signature, words, items }: AnswerWish): Promise<{ agreed: number; refused: number }> {
  const { tx, by, now } = deed
  const { link, view } = await known(tx, by.storeId, found(await data.lockLink(tx, by.storeId, hashOf(token)), 'link'), now)
  const phone = (await findReception(tx, by.storeId, link.orderId))?.senderPhone ?? ''
  const answers = view.items.map(({ id }) => items.find((item) => item.id === id))
  refuseIf(whyNotAnswer({ state: view.state, tail, phone, name, signature, unanswered: answers.filter((answer) => answer === undefined).length }))
  for (const { id, version } of link.items) {
    const agreed = items.find((item) => item.id === id)?.agreed === true
    await decideAddedWork(deed, { addedWorkId: id, version, agreed, way: 'link', customerName: name, customerPhone: '', words, signature, promisedAt: link.promisedAt.toISOString() })
  }
  await data.markAnswered(tx, by.storeId, { id: link.id, at: now, customerName: name, seen: { view, answers: items, words } })
  deed.record({ subject: 'customer-link', subjectId: link.id, after: { answeredBy: name, items } })
  const agreed = items.filter((item) => item.agreed && view.items.some(({ id }) => id === item.id)).length
  return { agreed, refused: view.items.length - agreed }
}

export async function seeLinks({ tx, by, now }: Reading, orderId: string): Promise<AnswerOf<typeof seeRoute>> {
  found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const rows = []
  for (const link of await data.linksOfOrder(tx, by.storeId, orderId)) {
    const { view: { state } } = await known(tx, by.storeId, link, now)
    rows.push({
      id: link.id, state, madeAt: link.madeAt.toISOString(), madeByName: link.madeByName, expiresAt: link.expiresAt.toISOString(), openedAt: link.openedAt?.toISOString() ?? null,
      answeredAt: link.answeredAt?.toISOString() ?? null, customerName: link.customerName,
    })
  }
  return { rows }
}

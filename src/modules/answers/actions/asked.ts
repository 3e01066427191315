import { sumOf } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { photosOfSubject, type PhotoData } from '../../photos/public.ts'
import { whyNotEditLines, whyNotAuthorise } from '../../repair-orders/domain/lines.ts'
import { estimateItems } from '../../repair-orders/domain/estimate-items.ts'
import { promiseNow, type Outlook } from '../../repair-orders/domain/outlook.ts'
import { whyNotSure } from '../../repair-orders/domain/part-number.ts'
import { addedWorkOf, answerEstimate, decideAddedWork, listLines, lookAhead, saidReason, whyComebackWaits, type LineData, type OrderData } from '../../repair-orders/public.ts'
import type { LinkView } from '../contract.ts'
import type { LinkData, LinkItem } from '../data/links.ts'
import type { LinkSubject } from '../domain/link.ts'

export type Answers = {
  readonly name: string; readonly words: string; readonly signature: string; readonly items: readonly { readonly id: string; readonly agreed: boolean }[]
  readonly promisedAt: string; readonly oldParts: 'take' | 'leave'; readonly roadTest: boolean
}
export type Shown = Pick<LinkView, 'items' | 'photos' | 'promisedAt' | 'reasons'>

/** What a link can ask about: one machinery, two subjects. */
export type Asked = {
  /** What of this order waits for the customer's answer, in the version of this moment. */
  waiting(reading: Pick<Reading, 'tx' | 'by'>, order: OrderData): Promise<LinkItem[]>
  /** Refused where nothing waits, or where it could not be agreed to as it stands. */
  refuseToAsk(deed: Deed, order: OrderData, promisedAt: Date): Promise<void>
  show(reading: Reading, order: OrderData, link: LinkData): Promise<Shown>
  answer(deed: Deed, link: LinkData, answers: Answers): Promise<{ agreed: number; refused: number }>
}

type ShownLine = Pick<LineData, 'id' | 'kind' | 'payer' | 'nameZh' | 'nameEn' | 'unit' | 'quantityThousandths' | 'amountFen' | 'priceRule'> & Partial<Pick<LineData, 'shares'>>
const linesShown = (lines: readonly ShownLine[]) =>
  lines.map(({ id, kind, payer, nameZh, nameEn, unit, quantityThousandths, amountFen, priceRule, shares = [] }) => ({ id, kind, payer, nameZh, nameEn, unit, quantityThousandths, amountFen, shares, follows: priceRule === 'follows' }))

const ofOccasion = (photos: readonly PhotoData[], occasion: PhotoData['occasion']) => photos.filter((photo) => photo.occasion === occasion && photo.removedAt === null)

const addedWork: Asked = {
  waiting: async ({ tx, by }, order) => (await addedWorkOf(tx, by.storeId, [order.id])).filter(({ status }) => status === 'priced').map(({ id, version }) => ({ id, version })),
  refuseToAsk: async (deed, order) => { refuseIf((await addedWork.waiting(deed, order)).length === 0 ? new Refusal('answers.nothing-to-answer') : null) },
  show: async ({ tx, by }, order, link) => {
    const works = (await addedWorkOf(tx, by.storeId, [order.id])).filter(({ id }) => link.items.some((item) => item.id === id))
    const photos = ofOccasion(await photosOfSubject(tx, by.storeId, 'repair-order', order.id), 'added-work')
    const items = works.map(({ id, findings, urgency, lines, totalFen }) => ({ id, nameZh: findings, nameEn: findings, urgency, totalFen, lines: linesShown(lines), photos: photos.filter(({ detail }) => detail === id).map((photo) => photo.id) }))
    return { items, photos: [], promisedAt: link.promisedAt.toISOString(), reasons: [] }
  },
  answer: async (deed, link, { name, words, signature, items }) => {
    for (const { id, version } of link.items) {
      const agreed = items.find((item) => item.id === id)?.agreed === true
      await decideAddedWork(deed, { addedWorkId: id, version, agreed, way: 'link', customerName: name, customerPhone: '', words, signature, promisedAt: link.promisedAt.toISOString() })
    }
    const agreed = items.filter((item) => item.agreed && link.items.some(({ id }) => id === item.id)).length
    return { agreed, refused: link.items.length - agreed }
  },
}

const estimate: Asked = {
  waiting: async ({ tx, by }, order) => (whyNotEditLines(order) === null && order.status !== 'quoted' ? (await listLines(tx, by.storeId, order.id)).map(({ id, version }) => ({ id, version })) : []),
  refuseToAsk: async ({ tx, by, now }, order, promisedAt) => {
    const lines = await listLines(tx, by.storeId, order.id)
    refuseIf(whyNotAuthorise({ status: order.status, lines, promisedAt: promisedAt.getTime(), now: now.getTime(), phoneChecked: true, signature: '', unsignedReason: '' }) ?? whyNotSure(lines))
    refuseIf(await whyComebackWaits(tx, by.storeId, order.id))
  },
  show: async (reading, order, link) => {
    const { tx, by } = reading
    const items = estimateItems(await listLines(tx, by.storeId, order.id)).map(({ lines, ...item }) => ({ ...item, urgency: null, lines: linesShown(lines), photos: [] }))
    const photos = ofOccasion(await photosOfSubject(tx, by.storeId, 'repair-order', order.id), 'walk-around')
    const { at, outlook } = await promiseOf(reading, link)
    return { items, photos: photos.map(({ id }) => id), promisedAt: at.toISOString(), reasons: outlook.reasons.map(saidReason).filter(({ kind }) => !houseMatters.has(kind)) }
  },
  answer: async (deed, link, { name, words, signature, items, promisedAt, oldParts, roadTest }) => {
    const { earliest, earlyReason, wash, waits } = found(link.terms, 'link')
    const moved = Date.parse(promisedAt) > link.promisedAt.getTime()
    return answerEstimate(deed, {
      orderId: link.orderId, promisedAt, choices: { oldParts, wash, roadTest, waits }, earlyReason, refused: items.filter(({ agreed }) => !agreed).map(({ id }) => id), customerName: name, words, signature,
      // He was shown the finish of this moment: the shop need not be asked once more.
      lookedAt: deed.now.toISOString(), earliest: moved ? promisedAt : earliest ?? undefined,
    })
  },
}

/** Who works where is the house's own matter: a link shows no names. */
const houseMatters: ReadonlySet<string> = new Set(['technician', 'bay', 'nobody'])

/** What can be promised at this moment: as the advisor said it, or later where the shop fell behind. */
async function promiseOf(reading: Reading, { orderId, promisedAt, terms }: LinkData): Promise<{ at: Date; outlook: Outlook }> {
  const { earliest, wash } = found(terms, 'link')
  const outlook = await lookAhead(reading, orderId, wash)
  return { at: new Date(promiseNow({ promisedAt: promisedAt.getTime(), seen: earliest === null ? null : Date.parse(earliest), earliest: outlook.earliest })), outlook }
}

export const asked: Readonly<Record<LinkSubject, Asked>> = { 'added-work': addedWork, estimate }

export const totalOf = (items: Shown['items']): number => sumOf(items.map(({ totalFen }) => totalFen))

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { fen, file, id, moment, text } from '../../platform/shapes.ts'
import { choicesShape, orderLine, outlookReason } from '../repair-orders/contract.ts'
import { urgencies } from '../repair-orders/domain/added-work.ts'
import { linkSubjects } from './domain/link.ts'
import { answerPermissions } from './permissions.ts'

const order = { params: z.strictObject({ orderId: id }) }
/** The address under which the desk opened the product: what the code leads to inside the house. */
const origin = z.string().max(200).regex(/^https?:\/\/[\w.:[\]-]+$/)
const link = { params: z.strictObject({ token: z.string().regex(/^[\w-]{40,100}$/) }) }

export const makeLink = route({
  does: 'Make a link on which the customer answers added work', method: 'POST', path: '/answers/of-order/:orderId', needs: answerPermissions.send, ...order,
  body: z.strictObject({ promisedAt: moment, origin, /** The finish that was looked up; an earlier promise needs its reason, and so a call. */ earliest: moment.optional() }),
  refuses: ['answers.nothing-to-answer', 'repair-orders.promise-in-past', 'repair-orders.promise-too-early'],
  gives: z.object({ path: z.string(), /** Null without PUBLIC_URL: then only the code on the counter's tablet works. */ url: z.string().nullable(), /** The code as a picture (SVG as a data address). */ picture: z.string(), expiresAt: moment }),
})
export const seeLinks = route({
  does: "See an order's links and what became of them", method: 'GET', path: '/answers/of-order/:orderId', needs: answerPermissions.send, ...order,
  gives: z.object({ rows: z.array(z.object({ id, subject: z.enum(linkSubjects), state: z.enum(['open', 'answered', 'void']), madeAt: moment, madeByName: z.string(), expiresAt: moment, openedAt: moment.nullable(), answeredAt: moment.nullable(), customerName: z.string() })) }),
})

/** `terms`: on what the promise rests, and what was chosen so far. */
export const offerEstimate = route({
  does: 'Make a link on which the customer answers the whole estimate', method: 'POST', path: '/answers/of-order/:orderId/estimate', needs: answerPermissions.send, ...order,
  body: z.strictObject({ promisedAt: moment, origin, terms: choicesShape.extend({ earliest: moment.nullable(), earlyReason: text(300).default('') }) }), gives: makeLink.gives,
  refuses: ['repair-orders.no-lines', 'repair-orders.no-labour', 'repair-orders.deviation-not-approved', 'repair-orders.number-not-confirmed', 'repair-orders.promise-in-past', 'repair-orders.promise-too-early',
    'repair-orders.receive-first', 'repair-orders.lines-authorised', 'quality.undecided', 'quality.no-lines-marked', 'quality.payer-changed'],
})

const line = orderLine.pick({ id: true, kind: true, payer: true, nameZh: true, nameEn: true, unit: true, quantityThousandths: true, amountFen: true, shares: true }).extend({ /** The price follows the diagnosis. */ follows: z.boolean() })
/** A finding, a line of the estimate, or a package with all its lines. */
const item = z.object({ id, nameZh: z.string(), nameEn: z.string(), urgency: z.enum(urgencies).nullable(), lines: z.array(line), totalFen: fen, photos: z.array(id) })

export const openLink = route({
  does: 'Open a link as the customer', method: 'GET', path: '/answers/:token', needs: 'anyone', ...link,
  gives: z.object({ state: z.enum(['open', 'answered', 'void']), storeZh: z.string(), storeEn: z.string(), storePhone: z.string(), /** On whose clock the promise is read. */ timeZone: z.string(), plate: z.string(), subject: z.enum(linkSubjects),
    promisedAt: moment, /** Later than the advisor said: the shop fell behind. */ moved: z.boolean(), reasons: z.array(outlookReason), choices: choicesShape.pick({ oldParts: true, wash: true, roadTest: true }).nullable(),
    /** Of the walk-around. */ photos: z.array(id), items: z.array(item), totalFen: fen }),
})
export type LinkView = z.output<typeof openLink.gives>

export const seePicture = route({
  does: 'See a photo on a link', method: 'GET', path: '/answers/:token/pictures/:photoId', needs: 'anyone', params: link.params.extend({ photoId: id }), gives: file,
})
export const answerLink = route({
  does: "Give the customer's answer", method: 'POST', path: '/answers/:token', needs: 'anyone', ...link,
  body: z.strictObject({
    tail: text(4), name: text(60), signature: z.string().startsWith('data:image/png;base64,').max(200_000).nullable(), words: text(200).default(''),
    items: z.array(z.strictObject({ id, agreed: z.boolean() })).max(100), /** As he saw it. */ promisedAt: moment, oldParts: z.enum(['take', 'leave']).default('leave'), roadTest: z.boolean().default(false),
  }),
  gives: z.object({ agreed: z.number().int(), refused: z.number().int() }),
  refuses: ['answers.answered-already', 'answers.void', 'answers.wrong-tail', 'answers.items-open', 'answers.name-missing', 'answers.unsigned', 'answers.promise-moved', 'repair-orders.no-labour', 'repair-orders.promise-in-past', 'quality.undecided', 'quality.no-lines-marked', 'quality.payer-changed'],
})

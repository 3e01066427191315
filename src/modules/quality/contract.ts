import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, pageOf, pageQuery, pdf, printQuery, text, version } from '../../platform/shapes.ts'
import { repairKinds } from '../catalogue/domain/kinds.ts'
import { causes, comebackPayers, comebackStatuses } from './domain/comeback.ts'
import { qualityPermissions } from './permissions.ts'

const whole = z.number().int()
const repairKind = z.enum(repairKinds)

export const guaranteedItem = z.object({
  lineId: id, orderId: id, orderNumber: z.string(), code: z.string(), nameZh: z.string(), nameEn: z.string(), repairKind, /** The last delivery with it. */ from: day,
  until: day, untilKm: whole.nullable(), kmLeft: whole.nullable(), daysLeft: whole, /** How often it was mended again. */ restarts: whole,
})
export type GuaranteedItem = z.output<typeof guaranteedItem>

export const comebackRow = z.object({
  id, status: z.enum(comebackStatuses), orderId: id, orderNumber: z.string(), plate: z.string(), firstOrderId: id, firstOrderNumber: z.string(), firstLineId: id, code: z.string(), nameZh: z.string(), nameEn: z.string(), words: z.string(),
  proposedAt: moment, proposedBy: id, proposedByName: z.string(), payer: z.enum(comebackPayers).nullable(), cause: z.enum(causes).nullable(), technicianName: z.string(), reason: z.string(),
  decidedAt: moment.nullable(), decidedByName: z.string().nullable(), lineIds: z.array(id).readonly(), version,
})
export type ComebackRow = z.output<typeof comebackRow>

export const certificateRow = z.object({
  id, number: z.string(), orderId: id, orderNumber: z.string(), plate: z.string(), repairKind, issuedAt: moment, inspectorName: z.string(), voidedAt: moment.nullable(), voidedByName: z.string().nullable(), voidReason: z.string().nullable(), version,
})
export type CertificateRow = z.output<typeof certificateRow>

export const seeOrderQuality = route({
  does: 'See what is still within guarantee on the car of an order, its comebacks and its certificate', method: 'GET', path: '/quality-orders/:orderId', needs: qualityPermissions.see, params: z.strictObject({ orderId: id }),
  gives: z.object({
    items: z.array(guaranteedItem), comebacks: z.array(comebackRow.extend({ workers: z.array(z.object({ id, name: z.string() })) })),
    certificate: z.object({ needed: z.boolean(), /** Code of the reason why the reader cannot issue one now. */ whyNot: z.string().nullable(), rows: z.array(certificateRow) }),
  }),
})

const doneLine = z.object({ id, kind: z.enum(['labour', 'part', 'sublet']), code: z.string(), nameZh: z.string(), nameEn: z.string(), quantityThousandths: whole, technicianName: z.string() })

export const seeCarHistory = route({
  does: 'See what was done on the car of an order before: jobs, parts, comebacks, open recommendations', method: 'GET', path: '/car-history/:orderId', needs: qualityPermissions.seeHistory, params: z.strictObject({ orderId: id }),
  gives: z.object({
    stays: z.array(z.object({
      orderId: id, number: z.string(), arrivedAt: moment, mileageKm: whole.nullable(), jobs: z.array(doneLine), parts: z.array(doneLine),
      comebacks: z.array(z.object({ id, nameZh: z.string(), nameEn: z.string(), words: z.string(), status: z.enum(comebackStatuses) })),
    })),
    recommendations: z.array(z.object({ id, findings: z.string(), decidedAt: moment.nullable() })),
  }),
})

export const printQualitySheet = route({
  does: 'Print the quality sheet of an order: three levels of checks', method: 'GET', path: '/quality-orders/:orderId/quality-sheet.pdf', needs: qualityPermissions.see, params: z.strictObject({ orderId: id }), query: printQuery, gives: pdf,
})

const comeback = { params: z.strictObject({ comebackId: id }) }
const lineIds = z.array(id).max(100)

export const proposeComeback = route({
  does: 'Propose that work of an earlier order came back', method: 'POST', path: '/comebacks', needs: qualityPermissions.propose,
  body: z.strictObject({ orderId: id, firstLineId: id, words: filledText(1_000), lineIds }), gives: z.object({ id, version }),
  refuses: ['quality.estimate-closed', 'quality.guarantee-over', 'quality.words-missing', 'quality.comeback-there', 'quality.line-marked'],
})
export const markLines = route({
  does: 'Mark the lines that mend a comeback', method: 'POST', path: '/comebacks/:comebackId/lines', needs: qualityPermissions.propose, ...comeback, body: z.strictObject({ version, lineIds }), gives: done,
  refuses: ['quality.not-open', 'quality.estimate-closed', 'quality.line-marked', 'repair-orders.no-labour-rate', 'catalogue.no-price'],
})
export const decideComeback = route({
  does: 'Decide who pays a comeback, its cause and the technician concerned', method: 'POST', path: '/comebacks/:comebackId/decide', needs: qualityPermissions.decide, ...comeback,
  body: z.strictObject({ version, payer: z.enum(comebackPayers), cause: z.enum(causes), technicianId: id.nullable(), reason: text(500).default('') }), gives: done,
  refuses: ['quality.not-open', 'quality.estimate-closed', 'quality.own-proposal', 'quality.reason-missing', 'quality.technician-missing', 'quality.not-his-work', 'repair-orders.no-labour-rate', 'catalogue.no-price'],
})
export const withdrawComeback = route({
  does: 'Withdraw a proposed comeback', method: 'POST', path: '/comebacks/:comebackId/withdraw', needs: qualityPermissions.propose, ...comeback, body: z.strictObject({ version, reason: text(500) }), gives: done,
  refuses: ['quality.not-open', 'quality.reason-missing'],
})
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const listComebacks = route({
  does: 'List comebacks, newest first', method: 'GET', path: '/comebacks', needs: qualityPermissions.see, gives: pageOf(comebackRow),
  query: z.strictObject({ ...pageQuery, status: z.enum(comebackStatuses).optional(), cause: z.enum(causes).optional(), technicianId: id.optional(), month: month.optional() }),
})
export const countByTechnician = route({
  does: 'Count first-time fix, outside returns, and rework and comebacks by technician, of a month', method: 'GET', path: '/comebacks/technicians', needs: qualityPermissions.see, query: z.strictObject({ month: month.optional() }),
  gives: z.object({ month, delivered: whole, returned: whole, atOnce: whole, rows: z.array(z.object({ technicianId: id, name: z.string(), reworks: whole, comebacks: whole })) }),
})

export const reworkRow = z.object({ id, orderId: id, orderNumber: z.string(), plate: z.string(), at: moment, /** 2: the team's check, 3: the final inspection. */ level: z.literal([2, 3]), inspectorName: z.string(), reason: z.string() })
export type ReworkRow = z.output<typeof reworkRow>

export const listReworks = route({
  does: 'List the failed team checks and final inspections behind a technician\'s rework of a month', method: 'GET', path: '/comebacks/reworks', needs: qualityPermissions.see, query: z.strictObject({ technicianId: id, month }), gives: z.object({ rows: z.array(reworkRow) }),
})

const period = { kilometres: whole.min(1).max(1_000_000), days: whole.min(1).max(3_650) }

export const listTerms = route({
  does: 'List the guarantee by kind of repair: the law and what the store promises', method: 'GET', path: '/guarantee-terms', needs: qualityPermissions.see,
  gives: z.object({
    kinds: z.array(z.object({ repairKind, law: z.object(period), now: z.object(period) })),
    promises: z.array(z.object({ id, repairKind, validFrom: day, ...period, at: moment, personName: z.string() })),
  }),
})
export const promiseTerm = route({
  does: 'Promise a longer guarantee than the law asks for', method: 'POST', path: '/guarantee-terms', needs: qualityPermissions.promise, body: z.strictObject({ repairKind, validFrom: day, ...period }), gives: z.object({ id }),
  refuses: ['quality.promise-in-past', 'quality.less-than-law'],
})

export const listCertificates = route({
  does: 'List completion certificates, newest first', method: 'GET', path: '/completion-certificates', needs: qualityPermissions.see, query: z.strictObject({ ...pageQuery }), gives: pageOf(certificateRow),
})
export const issueCertificate = route({
  does: 'Issue the completion certificate of a car that passed', method: 'POST', path: '/completion-certificates', needs: qualityPermissions.certify, body: z.strictObject({ orderId: id }), gives: z.object({ id, number: z.string() }),
  refuses: ['quality.no-certificate-needed', 'quality.certificate-exists', 'quality.not-passed', 'quality.not-your-inspection'],
})
const certificate = { params: z.strictObject({ certificateId: id }) }

export const voidCertificate = route({
  does: 'Void a completion certificate with the reason', method: 'POST', path: '/completion-certificates/:certificateId/void', needs: qualityPermissions.void, ...certificate, body: z.strictObject({ version, reason: text(500) }), gives: done,
  refuses: ['quality.voided-already', 'quality.reason-missing'],
})
export const printCertificate = route({
  does: 'Print a completion certificate, three copies', method: 'GET', path: '/completion-certificates/:certificateId/certificate.pdf', needs: qualityPermissions.see, ...certificate, query: printQuery, gives: pdf,
})

import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, languageShape, moment, pageOf, pageQuery, pdf, text, thousandths, version } from '../../platform/shapes.ts'
import { storageClasses, storageRules, zoneKinds } from './domain/storage.ts'
import { binPermissions } from './permissions.ts'

const whole = z.number().int()
const zoneCode = z.string().trim().regex(/^[A-Z0-9]{1,10}$/)
/** Nothing is stored yet: what is set first has version 0. */
const versionOrNone = z.number().int().min(0).max(2_147_483_647)

const ruleShape = z.strictObject({ heavyUpTo: whole.min(1).max(20), fastFrom: whole.min(1).max(10_000) })
export const zoneRow = z.object({ code: zoneCode, name: z.string(), holds: z.array(z.enum(zoneKinds)), near: z.boolean(), staging: z.boolean(), fullAt: whole, version: versionOrNone })
export type ZoneRow = z.output<typeof zoneRow>

export const binRow = z.object({
  placeId: id, code: z.string(), zone: z.string(), rack: z.string(), level: whole.nullable(), active: z.boolean(), blocked: z.string(), version, /** Different parts in it. */ parts: whole, /** Of those, how many break a storage rule. */ misplaced: whole,
})
export type BinRow = z.output<typeof binRow>

export const seeMap = route({
  does: 'See the map of the parts store', method: 'GET', path: '/bins', needs: binPermissions.see,
  gives: z.object({ zones: z.array(zoneRow), rule: ruleShape.extend({ version: versionOrNone }), bins: z.array(binRow) }),
})
const bin = { params: z.strictObject({ placeId: id }) }

const moveRow = z.object({
  id, number: z.string(), at: moment, personName: z.string(), partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), lotId: id, fromBin: z.string(), toBin: z.string(), thousandths: whole,
  broken: z.enum(storageRules).nullable(), reason: z.string(), takesBack: id.nullable(), takenBack: z.boolean(),
})
export type MoveRow = z.output<typeof moveRow>

const lotHere = z.object({
  partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), lotId: id, receivedOn: day, here: whole, /** Not on the list of an order that waits. */ free: whole,
  storage: z.enum(storageClasses), classVersion: versionOrNone, broken: z.enum(storageRules).nullable(),
})
export type LotHere = z.output<typeof lotHere>

export const seeBin = route({ does: 'See what lies in a bin', method: 'GET', path: '/bins/:placeId/contents', needs: binPermissions.see, ...bin, gives: z.object({ bin: binRow, lots: z.array(lotHere), moves: z.array(moveRow) }) })
export type BinView = z.output<typeof seeBin.gives>

const advised = z.object({ placeId: id, code: z.string(), parts: whole, own: z.boolean(), near: z.boolean() })
export const adviseForPart = route({
  does: 'Ask where a part is best put away', method: 'GET', path: '/bins/advice/:partId', needs: binPermissions.see, params: z.strictObject({ partId: id }),
  gives: z.object({ storage: z.enum(storageClasses), fast: z.boolean(), bins: z.array(advised) }),
})

const scannedPart = z.object({
  kind: z.literal('part'), partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), storage: z.enum(storageClasses), /** Of the label, where it was a lot's. */ lotId: id.nullable(),
  lots: z.array(z.object({ lotId: id, placeId: id, bin: z.string(), receivedOn: day, here: whole, free: whole })), advice: z.array(advised),
})
export type ScannedPart = z.output<typeof scannedPart>
export const readCode = route({
  does: 'Read a scanned code: a bin, a part or a lot', method: 'GET', path: '/bins/codes/:code', needs: binPermissions.see, params: z.strictObject({ code: filledText(80) }),
  gives: z.object({ found: z.discriminatedUnion('kind', [binRow.extend({ kind: z.literal('bin') }), scannedPart]).nullable() }),
})

export const moveParts = route({
  does: 'Move parts from one bin into another', method: 'POST', path: '/bins/moves', needs: binPermissions.move,
  body: z.strictObject({ partId: id, lotId: id, fromPlace: id, toPlace: id, thousandths, reason: text(300).default('') }), gives: z.object({ id, number: z.string() }),
  refuses: ['bins.rule-needs-reason', 'stock.same-bin', 'stock.not-a-bin', 'stock.bin-blocked', 'stock.bin-has-less', 'stock.bin-reserved'],
})
export const takeBackMove = route({
  does: 'Move parts back where they came from', method: 'POST', path: '/bins/moves/:moveId/take-back', needs: binPermissions.move, params: z.strictObject({ moveId: id }), body: z.strictObject({ reason: filledText(300) }), gives: z.object({ id, number: z.string() }),
  refuses: ['bins.taken-back-already', 'stock.not-a-bin', 'stock.bin-blocked', 'stock.bin-has-less', 'stock.bin-reserved'],
})
export const listMoves = route({ does: 'List the moves between bins, newest first', method: 'GET', path: '/bins/moves', needs: binPermissions.see, query: z.strictObject(pageQuery), gives: pageOf(moveRow) })

export const setZone = route({
  does: 'Describe a zone: its name and what it is made for', method: 'POST', path: '/bins/zones/:code', needs: binPermissions.arrange, params: z.strictObject({ code: zoneCode }),
  body: z.strictObject({ version: versionOrNone, name: filledText(40), holds: z.array(z.enum(zoneKinds)).max(zoneKinds.length), near: z.boolean(), staging: z.boolean(), fullAt: whole.min(1).max(200) }), gives: done, refuses: ['bins.zone-for-nothing'],
})
export const setRule = route({ does: 'Set the storage rules', method: 'POST', path: '/bins/rule', needs: binPermissions.arrange, body: ruleShape.extend({ version: versionOrNone }), gives: done })
export const setClass = route({
  does: 'Say how a part is stored', method: 'POST', path: '/bins/classes/:partId', needs: binPermissions.arrange, params: z.strictObject({ partId: id }), body: z.strictObject({ version: versionOrNone, storage: z.enum(storageClasses) }), gives: done,
})
export const changeState = route({
  does: 'Block a bin, or take it out of use', method: 'POST', path: '/bins/:placeId/state', needs: binPermissions.arrange, ...bin, body: z.strictObject({ version, active: z.boolean(), blocked: text(200) }), gives: done,
  refuses: ['stock.bin-not-empty', 'stock.not-a-bin'],
})

export const listWaiting = route({
  does: 'List what has come in and is not put away yet, the oldest first', method: 'GET', path: '/bins/waiting', needs: binPermissions.see,
  gives: z.object({ rows: z.array(z.object({ kind: z.enum(['receipt', 'staged']), subjectId: id, number: z.string(), nameZh: z.string(), nameEn: z.string(), bin: z.string(), since: moment, minutes: whole })) }),
})
export type Waiting = z.output<typeof listWaiting.gives>['rows'][number]

export const printLabels = route({
  does: 'Print labels: of a zone\'s bins, of one bin, or of the lots in it', method: 'GET', path: '/bins/labels.pdf', needs: binPermissions.see,
  query: z.strictObject({ language: languageShape.default('zh-CN'), of: z.enum(['bins', 'lots']).default('bins'), zone: zoneCode.optional(), placeId: id.optional() }), gives: pdf,
})

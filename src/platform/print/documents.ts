import type { Fen, Thousandths } from '../../kernel/money.ts'
import type { LocalDay } from '../../kernel/time.ts'
import type { MeetingMinutes } from './meeting-paper.ts'
import type { ManagersWeek } from './week-paper.ts'
import type { CountSheet, GoodsReceipt, IouPaper, LabelSheet, PackingList, PartLabel, PaymentRequest, ScrapApplication, SupplierReturnSlip } from './stock-papers.ts'
import type { AddedWorkConfirmation, MonthlyStatement, PrintedReception, ReturnSlip } from './visit-papers.ts'

/**
 * What each printed document is told. Texts arrive in the document's language and moments already formatted in the
 * store's zone: paper knows no clock and no database, so the same data prints the same bytes for ever.
 */
export type DocumentData = {
  readonly 'quote': Quote
  readonly 'work-authorisation': WorkAuthorisation
  readonly 'picking-list': PickingList
  readonly 'settlement-statement': SettlementStatement
  readonly 'reminder-card': ReminderCard
  readonly 'part-label': PartLabel
  readonly 'completion-certificate': CompletionCertificate
  readonly 'courtesy-agreement': CourtesyAgreement
  readonly 'quality-sheet': QualitySheet
  readonly 'reception-sheet': PrintedReception
  readonly 'added-work-confirmation': AddedWorkConfirmation
  readonly 'return-slip': ReturnSlip
  readonly 'monthly-statement': MonthlyStatement
  readonly 'count-sheet': CountSheet
  readonly 'manager-week': ManagersWeek
  readonly 'meeting-minutes': MeetingMinutes
  readonly 'scrap-application': ScrapApplication
  readonly 'packing-list': PackingList
  readonly 'goods-receipt': GoodsReceipt
  readonly 'supplier-return-slip': SupplierReturnSlip
  readonly 'iou': IouPaper
  readonly 'payment-request': PaymentRequest
  readonly 'labels': LabelSheet
}

export type DocumentKind = keyof DocumentData

export const documentKinds = [
  'quote',
  'work-authorisation',
  'picking-list',
  'settlement-statement',
  'reminder-card',
  'part-label',
  'completion-certificate',
  'courtesy-agreement',
  'quality-sheet',
  'reception-sheet',
  'added-work-confirmation',
  'return-slip',
  'monthly-statement',
  'count-sheet',
  'manager-week',
  'meeting-minutes',
  'scrap-application',
  'packing-list',
  'goods-receipt',
  'supplier-return-slip',
  'iou', 'payment-request', 'labels',
] as const satisfies readonly DocumentKind[]

/** What every document says about itself: who issues it, and its own day, which also dates the file. */
export type Letterhead = {
  readonly store: PrintedStore
  readonly documentDate: LocalDay
}

export type PrintedStore = { readonly name: string; readonly address: string; readonly phone: string }

/** 报价单: what it would cost, before the car is in the shop. */
export type Quote = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly advisor: string
  readonly customer: string
  readonly phone: string
  readonly car: PrintedCar
  readonly customerWords: string
  readonly validUntil: LocalDay
  readonly labour: readonly AuthorisedLabour[]
  readonly parts: readonly AuthorisedPart[]
  readonly totals: readonly PayerTotal[]
  readonly total: Fen
  readonly terms: string
}

/** 代步车借用协议: two copies, the store's and the customer's; after the return with what was found. */
export type CourtesyAgreement = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly customer: string
  readonly phone: string
  readonly driver: string
  readonly licence: string
  readonly car: PrintedCar
  readonly outAt: string
  readonly untilAt: string
  readonly kmOut: number
  readonly fuelOut: string
  readonly marks: string
  readonly advisor: string
  readonly back: { readonly at: string; readonly km: number; readonly fuel: string; readonly damage: string; readonly fees: string } | null
  readonly terms: string
  readonly signature: PrintedSignature
}

/** 竣工出厂合格证: three copies, the customer's, the shop's, the authority's. */
export type CompletionCertificate = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly owner: string
  readonly car: PrintedCar
  readonly engineNumber: string
  readonly orderNumber: string
  readonly arrivedAt: string
  readonly issuedAt: string
  readonly mileageKm: number
  readonly repairKind: string
  readonly guaranteeKm: number
  readonly guaranteeDays: number
  readonly inspector: string
  /** Why it counts no more; null while it is valid. */
  readonly voided: string | null
  readonly words: string
}

/** 质检单: what was done on a car, and who looked at it on the three levels. */
export type QualitySheet = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly advisor: string
  readonly car: PrintedCar
  readonly mileageKm: number
  readonly arrivedAt: string
  readonly checks: readonly PrintedCheck[]
  readonly inspections: readonly PrintedInspection[]
}

/** One look at a job, by its technician or by somebody of his team. */
export type PrintedCheck = {
  readonly job: string
  readonly technician: string
  readonly level: string
  readonly checker: string
  readonly at: string
  readonly result: string
  /** What was looked at, with the measured values and their limits, and why it went back. */
  readonly findings: string
}

export type PrintedInspection = {
  readonly at: string
  readonly inspector: string
  readonly result: string
  readonly cleanliness: string
  readonly roadTest: string
  readonly reason: string
  readonly points: readonly { readonly name: string; readonly verdict: string }[]
}

export type WorkAuthorisation = Letterhead & {
  readonly number: string
  readonly version: number
  readonly printedAt: string
  readonly advisor: string
  readonly owner: string
  readonly sender: string
  readonly phone: string
  readonly car: PrintedCar
  readonly mileageKm: number
  readonly fuel: string
  readonly arrivedAt: string
  readonly promisedAt: string
  readonly customerWords: string
  readonly labour: readonly AuthorisedLabour[]
  readonly parts: readonly AuthorisedPart[]
  readonly totals: readonly PayerTotal[]
  readonly total: Fen
  readonly choices: AuthorisedChoices
  /** Printed in small type as it is, paragraphs divided by line breaks. */
  readonly terms: string
  readonly signature: PrintedSignature | null
  /** The six characters against which the car is handed over; the customer's copy shows them in print and as QR. */
  readonly pickUpCode: string
}

export type PrintedCar = { readonly plate: string; readonly vin: string; readonly model: string }

export type AuthorisedLabour = {
  readonly code: string
  readonly name: string
  readonly payer: string
  /** Null for a diagnosis: what it costs is agreed when the fault is known, and the paper says so. */
  readonly price: LabourPrice | null
}

/** Work of another company has a price and no hours of ours. */
export type LabourPrice = { readonly hours: Thousandths | null; readonly rate: Fen | null; readonly amount: Fen }

export type AuthorisedPart = PricedPart & { readonly payer: string }

export type PricedPart = {
  readonly number: string
  readonly name: string
  readonly quantity: Thousandths
  readonly unit: string
  readonly price: Fen
  readonly amount: Fen
}

export type PayerTotal = { readonly payer: string; readonly labour: Fen; readonly parts: Fen; readonly total: Fen }

export type AuthorisedChoices = {
  readonly takesOldParts: boolean
  readonly freeWash: boolean
  readonly roadTest: boolean
  readonly waits: boolean
  readonly deliveryWay: string
}

/** A signature drawn on a screen; `image` is a PNG data URL. Without one the paper has a line for the pen. */
export type PrintedSignature = { readonly image: string; readonly signedAt: string }

export type PickingList = Letterhead & {
  readonly number: string
  readonly orderNumber: string
  readonly printedAt: string
  readonly plate: string
  readonly advisor: string
  /** The technician who fetches the parts. */
  readonly receiver: string
  readonly issuer: string
  readonly lines: readonly PickedLine[]
}

export type PickedLine = {
  readonly bin: string
  readonly partNumber: string
  readonly name: string
  readonly unit: string
  readonly asked: Thousandths
  /** Null until parts left the shelf: the place stays free for the pen. */
  readonly issued: Thousandths | null
  readonly payer: string
  readonly lotDate: string | null
}

/** One statement per payer. Amounts carry the sign they are booked with: a discount is below zero, its reversal above. */
export type SettlementStatement = Letterhead & {
  readonly number: string
  readonly orderNumber: string
  readonly printedAt: string
  readonly advisor: string
  readonly payer: string
  /** Who that is: the insurer, the maker, the person. */
  readonly payerName: string
  readonly car: PrintedCar
  readonly arrivedAt: string
  readonly leavesAt: string
  readonly mileageKm: number
  readonly labour: readonly SettledLabour[]
  readonly parts: readonly PricedPart[]
  readonly discounts: readonly { readonly name: string; readonly amount: Fen }[]
  readonly allowance: Fen
  /** Why, and who granted it; empty where there is none. */
  readonly allowanceWords: string
  readonly net: Fen
  readonly taxes: readonly { readonly ratePercent: number; readonly net: Fen; readonly tax: Fen }[]
  readonly total: Fen
  /** What came in, below zero what went back, each with its receipt. */
  readonly payments: readonly { readonly way: string; readonly receipt: string; readonly amount: Fen }[]
  readonly paid: Fen
  readonly credit: Fen
  readonly due: Fen
}

export type SettledLabour = LabourPrice & { readonly code: string; readonly name: string }

export type ReminderCard = Letterhead & {
  readonly plate: string
  readonly nextDate: string
  readonly nextKm: number | null
  readonly lastDate: string
  readonly lastKm: number
  readonly oilGrade: string
  readonly advisor: string
  readonly advisorPhone: string
}

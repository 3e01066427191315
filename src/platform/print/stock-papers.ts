import type { Fen, Thousandths } from '../../kernel/money.ts'
import type { Letterhead } from './documents.ts'

/** 报废申请单: the goods, and the three signatures in their order; amounts for who may see the cost of stock. */
export type ScrapApplication = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly status: string
  readonly applicant: string
  readonly reason: string
  /** Of the moves that took it off the books. */
  readonly document: string
  readonly total: Fen | null
  readonly lines: readonly { readonly partNumber: string; readonly name: string; readonly unit: string; readonly bin: string; readonly quantity: Thousandths; readonly cause: string; readonly amount: Fen | null }[]
  /** Name and moment are empty where nobody signed yet. */
  readonly signatures: readonly { readonly step: string; readonly name: string; readonly at: string }[]
}

/** 装箱单: what leaves over the parts counter, for whom and how; amounts where somebody pays for it. */
export type PackingList = Letterhead & {
  /** A slip of the house is named by its kind; null for goods that are sold or travel: 装箱单. */
  readonly title: string | null
  /** Who gets the goods: customer, sales consultant, who took them. */
  readonly receiverLabel: string
  readonly number: string
  readonly printedAt: string
  readonly kind: string
  readonly receiver: string
  readonly issuer: string
  /** The sales consultant's slip, the repair order, the day it is due back. */
  readonly reference: string
  readonly shipment: string
  readonly lines: readonly { readonly bin: string; readonly partNumber: string; readonly name: string; readonly unit: string; readonly asked: Thousandths; readonly issued: Thousandths | null; readonly amount: Fen | null }[]
  readonly allowance: Fen
  readonly total: Fen | null
}

/** 入库单: what of a delivery went into which bin, and what was wrong with it, to be signed with the delivery note and the waybill; amounts for who may see the cost of stock. */
export type GoodsReceipt = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly supplier: string
  readonly orderNumber: string
  readonly deliveryNote: string
  /** Its number, and the driver of a pick-up. */
  readonly waybill: string
  readonly checkedBy: string
  readonly postedBy: string
  readonly lines: readonly { readonly bin: string; readonly partNumber: string; readonly name: string; readonly unit: string; readonly noted: Thousandths; readonly booked: Thousandths; readonly faults: string; readonly amount: Fen | null }[]
  readonly total: Fen | null
}

/** 借条: cash drawn against it; signed by who took it, kept by the cashier, and handed back when it is settled or returned (PTS-6.2). */
export type IouPaper = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly status: string
  readonly borrower: string
  readonly kind: string
  readonly purpose: string
  /** The incoming shipment whose cash on delivery it pays, and what is due. */
  readonly shipment: string
  readonly amount: Fen
  readonly drawnAt: string
  readonly cashier: string
  /** By whom, when and how it ended; empty while it is open. */
  readonly ended: string
}

/** Glued to the parts of one receipt, so that the oldest lot is told apart at the shelf. */
export type PartLabel = Letterhead & {
  /** What is scanned: the lot's id. */
  readonly lotCode: string
  readonly partNumber: string
  readonly name: string
  readonly bin: string
  readonly lotDate: string
  readonly quantity: Thousandths
  readonly unit: string
}

/** A roll of labels, one a page: bins for the shelves, or lots for the goods in them. */
export type LabelSheet = Letterhead & { readonly labels: readonly { /** What is scanned. */ readonly code: string; readonly head: string; readonly name: string; readonly foot: string }[] }

/** 供应商退货单: goods that go back, what the supplier agreed to by phone, and who in finance has the slip; amounts for who may see the cost of stock. */
export type SupplierReturnSlip = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly status: string
  readonly supplier: string
  /** The accident car or repair order it comes from. */
  readonly about: string
  readonly agreement: string
  readonly agreedBy: string
  /** Of the moves that took it off the books. */
  readonly document: string
  readonly waybill: string
  readonly sentBy: string
  readonly slipBy: string
  readonly total: Fen | null
  readonly lines: readonly { readonly partNumber: string; readonly name: string; readonly unit: string; readonly bin: string; readonly quantity: Thousandths; readonly cause: string; readonly amount: Fen | null }[]
}

/** 付款申请单: what a supplier is to be paid for a month, with his invoice and the delivery notes it covers, for the signature of finance (PTS-4.3). */
export type PaymentRequest = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly status: string
  readonly supplier: string
  readonly month: string
  readonly invoiceNumber: string
  readonly invoiceDay: string
  readonly askedBy: string
  readonly signedBy: string
  /** Net of VAT. */
  readonly net: Fen
  readonly tax: Fen
  readonly total: Fen
  readonly notes: readonly { readonly document: string; readonly lines: number; readonly amount: Fen }[]
}

/** 盘点表: the shelves in the order of the bins. Blind before the counting is complete: nothing of the books, and room to write. */
export type CountSheet = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly kind: string
  /** Who agreed to the day for finance. */
  readonly agreed: string
  readonly issuer: string
  readonly lines: readonly { readonly bin: string; readonly partNumber: string; readonly name: string; readonly unit: string; readonly expected: number | null; readonly counted: number | null; readonly difference: number | null }[]
}

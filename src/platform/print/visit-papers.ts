import type { Fen, Thousandths } from '../../kernel/money.ts'
import type { LocalDay } from '../../kernel/time.ts'
import type { AuthorisedLabour, AuthorisedPart, Letterhead, PayerTotal, PrintedCar, PrintedSignature } from './documents.ts'

type Checked = { readonly name: string; readonly good: boolean }

/** 接车问诊单: how the car came, and what the customer said; signed at the takeover. */
export type PrintedReception = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly advisor: string
  readonly purpose: string
  readonly owner: string
  readonly sender: string
  readonly phone: string
  readonly insurer: string
  readonly car: PrintedCar
  readonly mileageKm: number
  readonly fuel: string
  readonly arrivedAt: string
  readonly receivedAt: string
  readonly customerWords: string
  readonly faultWhen: string
  readonly faultWhere: string
  readonly frequency: string
  readonly grade: string
  /** What the walk-around found on the body; without any, the paper says so. */
  readonly marks: readonly { readonly panel: string; readonly damage: string; readonly note: string }[]
  readonly interior: readonly Checked[]
  readonly luggage: readonly Checked[]
  readonly covers: readonly Checked[]
  readonly tyres: string
  readonly valuables: string
  readonly keyTag: string
  readonly waits: boolean
  readonly notes: string
  readonly signature: PrintedSignature | null
  readonly unsignedReason: string
}

/** 增项确认单: what was found, what was asked, and who answered what, when and how. */
export type AddedWorkConfirmation = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly orderNumber: string
  readonly advisor: string
  readonly owner: string
  readonly car: PrintedCar
  readonly findings: string
  readonly urgency: string
  readonly foundAt: string
  readonly foundBy: string
  readonly labour: readonly AuthorisedLabour[]
  readonly parts: readonly AuthorisedPart[]
  readonly totals: readonly PayerTotal[]
  readonly total: Fen
  /** Null while the customer has not answered: the paper is then the question, with a line for the pen. */
  readonly answer: { readonly agreed: boolean; readonly at: string; readonly way: string; readonly customer: string; readonly phone: string; readonly words: string; readonly recordedBy: string } | null
  readonly promisedAt: string
  readonly signature: PrintedSignature | null
}

/** 退料单: what came back from a job to the shelf. */
export type ReturnSlip = Letterhead & {
  readonly number: string
  readonly orderNumber: string
  readonly printedAt: string
  readonly plate: string
  readonly advisor: string
  readonly lines: readonly { readonly document: string; readonly at: string; readonly partNumber: string; readonly name: string; readonly unit: string; readonly quantity: Thousandths; readonly bin: string; readonly reason: string; readonly takenBy: string }[]
}

/** 月结对账单: what a fleet owes for the cars of a month, as it stood when the paper was issued. */
export type MonthlyStatement = Letterhead & {
  readonly number: string
  readonly printedAt: string
  readonly customer: string
  readonly month: string
  readonly issuedBy: string
  readonly bills: readonly { readonly number: string; readonly orderNumber: string; readonly plate: string; readonly day: LocalDay; readonly dueOn: LocalDay; readonly total: Fen; readonly due: Fen }[]
  readonly due: Fen
}

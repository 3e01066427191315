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

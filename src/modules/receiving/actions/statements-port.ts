import type { Tx } from '../../../platform/database.ts'

/** Which closed statement of the supplier a receipt stands on, by its number; a later module knows. */
export type StatementsPort = {
  agreedOn(tx: Tx, storeId: string, receiptId: string): Promise<string | null>
  /** The same, with every statement it stands on locked until the deed ends: none of them is closed meanwhile. */ lockAgreedOn(tx: Tx, storeId: string, receiptId: string): Promise<string | null>
}

let port: StatementsPort | null = null

/** The app registers the module that agrees statements. */
export function registerReceiptStatements(answers: StatementsPort): void {
  port = answers
}

export const agreedOn: StatementsPort['agreedOn'] = async (tx, storeId, receiptId) => port?.agreedOn(tx, storeId, receiptId) ?? null

export const lockAgreedOn: StatementsPort['lockAgreedOn'] = async (tx, storeId, receiptId) => port?.lockAgreedOn(tx, storeId, receiptId) ?? null

import { Refusal } from '../../../kernel/refusal.ts'
import { repairOrderCan, type Status } from './life.ts'
import { fourPieces, type ReceptionSheet } from './reception-sheet.ts'

export type ReceptionFacts = {
  readonly status: Status
  readonly senderName: string
  readonly senderPhone: string
  readonly ownerName: string
  readonly mileageKm: number | null
  readonly sheet: ReceptionSheet
  /** The plate of another car in the house whose key hangs on this tag; a form does not know it. */
  readonly keyHangsOn: string | null
  readonly signature: string | null
  readonly unsignedReason: string
}

/** Null means the car may be taken over (SAD-1.2, SAD-1.3; product.md, steps 3 and 4). The first thing that is missing, in the order of the sheet. */
export function whyNotReceive(facts: ReceptionFacts): Refusal | null {
  const { sheet } = facts
  if (facts.status === 'quoted') return new Refusal('repair-orders.not-arrived')
  if (!repairOrderCan.beReceived(facts)) return new Refusal('repair-orders.already-received')
  if (facts.ownerName.trim() === '') return new Refusal('repair-orders.owner-missing')
  if (facts.senderName.trim() === '' || facts.senderPhone.trim() === '') return new Refusal('repair-orders.sender-missing')
  if (facts.mileageKm === null) return new Refusal('repair-orders.mileage-missing')
  if (!sheet.valuablesReminded) return new Refusal('repair-orders.valuables-not-reminded')
  if (sheet.keyTag.trim() === '') return new Refusal('repair-orders.key-missing')
  if (facts.keyHangsOn !== null) return new Refusal('repair-orders.key-taken', { tag: sheet.keyTag.trim(), plate: facts.keyHangsOn }) // two keys on one tag: WSS-2.1 hands out the wrong one
  if (!fourPieces.every((piece) => sheet.fourPieceSet.includes(piece))) return new Refusal('repair-orders.four-piece-set-missing')
  if (sheet.consultation.words.trim() === '') return new Refusal('repair-orders.consultation-missing')
  if (facts.signature === null && facts.unsignedReason.trim() === '') return new Refusal('repair-orders.reception-unsigned')
  return null
}

import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from '../../repair-orders/domain/life.ts'

export const keyPlaces = ['reception', 'workshop', 'technician', 'parking', 'customer'] as const
export type KeyPlace = (typeof keyPlaces)[number]

/** Where a key is: where it was hung last, at the reception before that; a delivered car's is with its customer. */
export const keyPlaceOf = (status: Status, last: KeyPlace | null): KeyPlace => (status === 'delivered' ? 'customer' : (last ?? 'reception'))

/** With these alone it is clear whose it is or where the car stands. */
export const needsNote = (place: KeyPlace): boolean => place === 'technician' || place === 'parking'

export type KeyFacts = { readonly status: Status; readonly last: KeyPlace | null; readonly lastNote: string; readonly place: KeyPlace; readonly note: string }

/** Null means the key may be recorded there: the car is in the house, and it is another place than before. */
export function whyNotMoveKey({ status, last, lastNote, place, note }: KeyFacts): Refusal | null {
  if (status === 'delivered' || status === 'cancelled') return new Refusal('workshop.key-with-customer')
  if (keyPlaceOf(status, last) === place && lastNote === note) return new Refusal('workshop.key-there-already')
  return needsNote(place) && note === '' ? new Refusal('workshop.key-note-missing') : null
}

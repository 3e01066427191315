import { mayFollow, onlyIn, type Life } from '../../../kernel/life.ts'

export const statuses = [
  'quoted', 'arrived', 'received', 'estimated', 'authorised', 'in_work', 'in_inspection', 'ready', 'settled', 'delivered', 'cancelled',
] as const
export type Status = (typeof statuses)[number]

/** The visit as a table (rules.md, Words and states). Cancel has further conditions: see why-not-cancel.ts. */
export const life: Life<Status> = {
  quoted: ['arrived', 'cancelled'], // no car in the shop yet (ADR 0010)
  arrived: ['received', 'cancelled'],
  received: ['estimated', 'cancelled'],
  estimated: ['authorised', 'cancelled'],
  authorised: ['in_work', 'cancelled'],
  in_work: ['in_inspection', 'cancelled'],
  in_inspection: ['ready', 'in_work'], // a failed inspection sends the car back to the bay
  ready: ['settled'],
  settled: ['delivered', 'ready'], // a reversed settlement opens the order again
  delivered: [],
  cancelled: [],
}

export const isOpen = ({ status }: { readonly status: Status }): boolean => life[status].length > 0

export const repairOrderCan = {
  become: (order: { readonly status: Status }, next: Status): boolean => mayFollow(life, order.status, next),
  arriveWithItsQuote: onlyIn<Status>('quoted'),
  beReceived: onlyIn<Status>('arrived'),
  /** Asked for by the customer who stands there: a quote alone is no authorisation. */
  beAuthorised: onlyIn<Status>('received', 'estimated'),
  /** Until it is settled: a piece that nobody recorded in time would hold the settlement up for ever. */
  haveSubletMarked: onlyIn<Status>('authorised', 'in_work', 'in_inspection', 'ready'),
}

export const purposes = ['maintenance', 'repair', 'warranty', 'accident', 'accessories'] as const
export type Purpose = (typeof purposes)[number]

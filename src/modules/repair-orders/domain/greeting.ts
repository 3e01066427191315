import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from './life.ts'

/** Every car is met (SAD-4.1): within so many minutes of its arrival. */
export const greetingTarget = 3

/** Whole minutes that a customer stood unmet, so far or until he was greeted. */
export const minutesWaited = (arrivedAt: Date, until: Date): number => Math.max(0, Math.floor((until.getTime() - arrivedAt.getTime()) / 60_000))

/** Null means the customer can be greeted: his car is there, nobody greeted him, and nobody took it over yet. */
export function whyNotGreet({ status, greeted }: { readonly status: Status; readonly greeted: boolean }): Refusal | null {
  if (greeted) return new Refusal('repair-orders.greeted-already')
  return status === 'arrived' ? null : new Refusal('repair-orders.not-waiting')
}

/** While he waits in the house: from his yes until his car is ready for him. */
const waitingIn: readonly Status[] = ['authorised', 'in_work', 'in_inspection', 'ready']
export const mayBeInLounge = (status: Status): boolean => waitingIn.includes(status)

/** Null means the customer can be taken to the lounge: he said that he waits, his car is in work, and nobody took him there yet (SAD-1.6). */
export function whyNotLounge({ status, waits, taken }: { readonly status: Status; readonly waits: boolean; readonly taken: boolean }): Refusal | null {
  if (taken) return new Refusal('repair-orders.in-lounge-already')
  return waits && mayBeInLounge(status) ? null : new Refusal('repair-orders.does-not-wait')
}

/** Null means the mark that he was taken to the lounge can be taken back. */
export const whyNotTakeBackLounge = ({ taken }: { readonly taken: boolean }): Refusal | null => (taken ? null : new Refusal('repair-orders.not-in-lounge'))

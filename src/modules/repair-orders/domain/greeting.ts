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

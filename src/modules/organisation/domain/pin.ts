import { Refusal } from '../../../kernel/refusal.ts'

/** After so many wrong ones in a row only the password helps. */
export const pinTries = 5

/** Null means it may become a PIN: four to six digits that are no row and no single digit. */
export function whyNotPin(pin: string): Refusal | null {
  if (!/^\d{4,6}$/.test(pin)) return new Refusal('organisation.not-a-pin')
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])))
  const [step] = steps
  return steps.size === 1 && step !== undefined && Math.abs(step) <= 1 ? new Refusal('organisation.pin-too-easy') : null
}

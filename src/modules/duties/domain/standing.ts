import { isFault, parseWhen } from './when.ts'

/** A standard that always holds, or a step that carries it: where data shows it, it is a figure, and no instance is made of it. */
export function isStanding(due: string): boolean {
  const when = parseWhen(due)
  return !isFault(when) && (when.kind === 'always' || (when.kind === 'event' && when.span === null))
}

/** Where no data shows it yet, it is put on record (ADR 0020): a standard at the end of each month, a step on the day on which its event was told. */
export const whenRecorded = (due: string): string => (due.trim() === 'always' ? 'FREQ=MONTHLY;BYMONTHDAY=-1' : `${due.trim()}+P0D`)

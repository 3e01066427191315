import { Refusal } from '../../../kernel/refusal.ts'

/** Null means the part may be followed by the first of `successors` (nearest first). Refuses a circle: the old stock would wait for itself. */
export const whyNotSupersede = (part: { readonly id: string; readonly number: string }, successors: readonly { readonly id: string }[]): Refusal | null =>
  (successors.some(({ id }) => id === part.id) ? new Refusal('catalogue.supersession-circle', { number: part.number }) : null)

import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export const campaignKinds = ['recall', 'service-action'] as const
export type CampaignKind = (typeof campaignKinds)[number]

/** What is known by hand of a listed car; the rest is read from its visits. */
export const marks = ['listed', 'elsewhere', 'withdrawn'] as const
export type Mark = (typeof marks)[number]

export const carStates = ['open', 'in-work', 'done', 'elsewhere', 'withdrawn'] as const
export type CarState = (typeof carStates)[number]

/** What is done on each car: the maker pays it. Hours are the operation's own. */
export type CampaignWork =
  | { readonly kind: 'labour'; readonly operationId: string }
  | { readonly kind: 'part'; readonly partId: string; readonly quantityThousandths: number }

export const mostWork = 20

export type CampaignTerms = { readonly fromDay: LocalDay; readonly untilDay: LocalDay | null }

/** Null means the campaign may be so: its days in order, and something to be done. */
export function whyNotKeep({ fromDay, untilDay, work, codeTaken }: CampaignTerms & { readonly work: readonly CampaignWork[]; readonly codeTaken: boolean }): Refusal | null {
  if (codeTaken) return new Refusal('campaigns.code-taken')
  if (untilDay !== null && untilDay < fromDay) return new Refusal('campaigns.ends-before-it-begins')
  return work.length === 0 ? new Refusal('campaigns.no-work') : null
}

export const isInForce = ({ fromDay, untilDay }: CampaignTerms, today: LocalDay): boolean => fromDay <= today && (untilDay === null || today <= untilDay)

export type TakeUpFacts = CampaignTerms & { readonly state: CarState | null; readonly today: LocalDay }

/** Null means its lines may go on the order: the car is on the list, nobody did it yet, and it runs today. */
export function whyNotTakeUp({ state, today, ...terms }: TakeUpFacts): Refusal | null {
  if (state === null) return new Refusal('campaigns.not-on-the-list')
  if (state === 'in-work') return new Refusal('campaigns.in-work-already')
  if (state !== 'open') return new Refusal('campaigns.done-already')
  return isInForce(terms, today) ? null : new Refusal('campaigns.not-in-force', { from: terms.fromDay, until: terms.untilDay ?? '' })
}

/** Null means the car may be marked so: what a visit did, nobody ticks by hand; a mark has its reason. */
export function whyNotMark({ state, mark, reason }: { readonly state: CarState; readonly mark: Mark; readonly reason: string }): Refusal | null {
  if (state === 'in-work' || state === 'done') return new Refusal(state === 'done' ? 'campaigns.done-already' : 'campaigns.in-work-already')
  if ((mark === 'listed') === (state === 'open')) return new Refusal('campaigns.marked-so')
  return reason.trim() === '' ? new Refusal('campaigns.reason-missing') : null
}

/** Share that is done of those that count, in whole percent; null where none counts. */
export function completion({ cars, done, withdrawn }: { readonly cars: number; readonly done: number; readonly withdrawn: number }): number | null {
  const counting = cars - withdrawn
  return counting === 0 ? null : Math.round((done * 100) / counting)
}

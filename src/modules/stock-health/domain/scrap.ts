import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const scrapStatuses = ['asked', 'checked', 'approved', 'scrapped', 'sent-back', 'withdrawn', 'reversed'] as const
export type ScrapStatus = (typeof scrapStatuses)[number]

export const causes = ['damaged', 'expired', 'obsolete', 'unsaleable'] as const
export type Cause = (typeof causes)[number]

export const steps = ['check', 'approval', 'signature'] as const
export type Step = (typeof steps)[number]

/** The station manager checks, finance approves, the general manager signs, in exactly that order (PTS-7.4); the books move with the third signature. */
export const scrapLife: Life<ScrapStatus> = {
  asked: ['checked', 'sent-back'],
  checked: ['approved', 'sent-back'],
  approved: ['scrapped', 'sent-back'],
  scrapped: ['reversed'],
  'sent-back': ['asked', 'withdrawn'],
  withdrawn: [],
  reversed: [],
}

export const stepLeadsTo: Readonly<Record<Step, ScrapStatus>> = { check: 'checked', approval: 'approved', signature: 'scrapped' }

/** Whose signature is awaited; null where none is. */
export const nextStep = (status: ScrapStatus): Step | null => steps.find((step) => mayFollow(scrapLife, status, stepLeadsTo[step])) ?? null

export type SignFacts = { readonly status: ScrapStatus; readonly step: Step; readonly askedBy: string; /** Who signed in this round. */ readonly signers: readonly string[]; readonly by: string }

/** Null means he may sign: it is that step's turn, he has not signed, and it is not his own application. */
export function whyNotSign({ status, step, askedBy, signers, by }: SignFacts): Refusal | null {
  if (nextStep(status) !== step) return new Refusal('stock-health.not-its-turn')
  if (askedBy === by) return new Refusal('stock-health.own-application')
  return signers.includes(by) ? new Refusal('stock-health.signed-already') : null
}

/** What was sent back is put right and goes to the station manager again. */
export const whyNotAskAgain = (status: ScrapStatus): Refusal | null => (status === 'sent-back' ? null : new Refusal('stock-health.not-sent-back'))

/** By counter moves, once. */
export function whyNotReverse(status: ScrapStatus): Refusal | null {
  if (status === 'reversed') return new Refusal('stock-health.reversed-already')
  return mayFollow(scrapLife, status, 'reversed') ? null : new Refusal('stock-health.nothing-to-reverse')
}

export type Wished = { readonly partId: string; readonly placeId: string; readonly lotId: string | null; readonly thousandths: number }

/** The same goods stand in an application once; a part's oldest and a named lot of one bin would be taken twice. */
export function whyNotTheseLines(lines: readonly Wished[]): Refusal | null {
  const shelves = new Map<string, Wished[]>()
  for (const line of lines) shelves.set(`${line.partId} ${line.placeId}`, [...(shelves.get(`${line.partId} ${line.placeId}`) ?? []), line])
  const twice = [...shelves.values()].some((same) => same.length > 1 && (same.some(({ lotId }) => lotId === null) || new Set(same.map(({ lotId }) => lotId)).size < same.length))
  return twice ? new Refusal('stock-health.line-twice') : null
}

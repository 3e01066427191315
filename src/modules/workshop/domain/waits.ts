import { Refusal } from '../../../kernel/refusal.ts'
import type { JobStatus, WaitReason } from './jobs.ts'

/** Waiting longer than this must be explained (SAD-1.7). */
export const hoursUnexplained = 48

export const waitOwners = ['technician', 'advisor'] as const
export type WaitOwner = (typeof waitOwners)[number]

/** Every part of the car is handed out or lies reserved for it; a car that wants none waits for one that nobody has written down yet. */
export const areHere = ({ wanted, short }: { readonly wanted: number; readonly short: number }): boolean => wanted > 0 && short === 0

/** Who must get it moving: what comes from outside the workshop is the advisor's, the rest, and what has come by now, the technician's. */
export const ownerOf = (reason: WaitReason, partsHere = false): WaitOwner => (reason === 'customer' || reason === 'insurer' || (reason === 'parts' && !partsHere) ? 'advisor' : 'technician')

export const hoursWaited = (since: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - since.getTime()) / 3_600_000))

/** Whether a wait of this age needs a word that nobody has written since it began. */
export const owesReason = (since: Date, explainedAt: Date | null, now: Date): boolean =>
  now.getTime() - since.getTime() > hoursUnexplained * 3_600_000 && (explainedAt === null || explainedAt < since)

export const whyNotExplain = (job: { readonly status: JobStatus }): Refusal | null => (job.status === 'paused' ? null : new Refusal('workshop.not-waiting'))

import type { Tone } from '../../../ui-kit/tag.tsx'
import { statuses, type Status } from '../domain/life.ts'

/** Colour role of a status: the word always stands beside it (web.md, 5). */
export const toneOf: Readonly<Record<Status, Tone>> = {
  quoted: 'neutral', arrived: 'info', received: 'info', estimated: 'danger', authorised: 'info', in_work: 'active', in_inspection: 'active',
  ready: 'settle', settled: 'settle', delivered: 'done', cancelled: 'neutral',
}

/** The way of a visit as its head shows it: six landmarks of the nine statuses. */
export const landmarks: readonly Status[] = ['arrived', 'authorised', 'in_work', 'in_inspection', 'settled', 'delivered']

/** How far a visit has come on that way: the last landmark at or before its status. */
export function landmarkOf(status: Status): number {
  const place = statuses.indexOf(status)
  return landmarks.findLastIndex((landmark) => statuses.indexOf(landmark) <= place)
}

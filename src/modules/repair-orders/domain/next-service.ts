import { addDays, addMonths, type LocalDay } from '../../../kernel/time.ts'
import { daysFor, type Pace } from '../../vehicles/domain/pace.ts'

export type NextService = { readonly on: LocalDay; readonly km: number }
export type ServiceFacts = {
  readonly today: LocalDay; readonly km: number
  /** The next step of the model's plan: at what mileage, and how many months after the last maintenance. */
  readonly step: { readonly km: number; readonly months: number }
  readonly lastMaintenance: LocalDay
  /** How far the car goes; null where too little is known of it. */
  readonly pace: Pace | null
}

/** When the car should come next (practice.md, 6.1; SAD-1.8): after the plan's months or when it will have driven the plan's kilometres, whichever comes first; what has passed already is due today. */
export function nextService({ today, km, step, lastMaintenance, pace }: ServiceFacts): NextService {
  const byTime = addMonths(lastMaintenance, step.months)
  const byWay = pace === null ? byTime : addDays(today, daysFor(step.km - km, pace))
  const on = byWay < byTime ? byWay : byTime
  return { on: on < today ? today : on, km: step.km }
}

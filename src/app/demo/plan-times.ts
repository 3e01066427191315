import type { Actor } from '../../kernel/actor.ts'
import { invariant } from '../../kernel/refusal.ts'
import type { Trade } from '../../modules/catalogue/domain/kinds.ts'
import type { DemoBay } from './bays.ts'
import type { Chance } from './chance.ts'
import { steps, type Step, type VisitPlan } from './visit-plan.ts'

const minute = 60_000
const hour = 60 * minute
const shanghai = 8 * hour

/** Who is free when: nobody works on two cars at once. */
export type Workbench = { readonly technicians: readonly { readonly actor: Actor; freeAt: number }[]; readonly occupied: Set<string>; readonly bays: readonly DemoBay[]; /** From when on a bay is free of today's cars. */ readonly bayFreeAt: Map<string, number> }

export const workbenchOf = (technicians: readonly Actor[], bays: readonly DemoBay[]): Workbench => ({ technicians: technicians.map((actor) => ({ actor, freeAt: 0 })), occupied: new Set(), bays, bayFreeAt: new Map() })

/** After six in the evening work goes on the next morning. */
function inHours(at: number): number {
  const ofDay = (at + shanghai) % (24 * hour)
  if (ofDay >= 18 * hour) return at - ofDay + 32.5 * hour
  return ofDay < 8.5 * hour ? at - ofDay + 8.5 * hour : at
}

export type TimesWish = {
  readonly start: Date; readonly labour: readonly { readonly hours: number; readonly trade: Trade }[]; readonly now: Date; /** Nothing has happened to the car after it. */ readonly shutsAt: Date; readonly isToday: boolean; readonly cancelled: boolean
  /** Accident cars wait days for insurer and parts; some of the last days' still do. */
  readonly slow: boolean
}

export type Times = Pick<VisitPlan, 'at' | 'jobs' | 'until' | 'promisedAt' | 'oddity'>

/** When each step happens, and how far the car has come by now. */
export function planTimes(wish: TimesWish, bench: Workbench, chance: Chance): Times {
  const { start, now, isToday, cancelled } = wish
  let at = start.getTime()
  const after = (least: number, most: number): number => { at += (least + chance.below(most - least)) * minute; return at }
  const before = { arrived: at, received: after(3, 8), estimated: after(4, 10), authorised: after(3, 9), dispatched: after(4, 12), picked: after(3, 9) }
  const held = wish.slow && !isToday && !cancelled && start.getTime() > now.getTime() - 9 * 24 * hour && start.getTime() < now.getTime() - 60 * hour && chance.percent(40)
  const from = wish.slow && !isToday && !held && chance.percent(55) ? at + (1 + chance.below(5)) * 24 * hour : at
  const jobs = planJobs(wish, from, bench, chance)
  at = jobs.at(-1)?.to ?? at
  const leaving = { inspected: after(4, 10), settled: after(5, 12), paid: after(2, 8), delivered: after(3, 10) }
  const moments = { ...before, clocked: jobs[0]?.from ?? at, finished: jobs.at(-1)?.to ?? at, ...leaving }
  const until = isToday ? drawn(bench, chance, jobs[0]?.technician) : cancelled ? 'estimated' : held ? 'clocked' : steps.findLast((step) => moments[step] <= now.getTime()) ?? 'arrived'
  if (isToday && until === 'clocked' && jobs[0] !== undefined) bench.occupied.add(jobs[0].technician.personId)
  if (isToday && jobs[0] !== undefined && steps.indexOf(until) >= steps.indexOf('clocked')) bench.bayFreeAt.set(jobs[0].bay, until === 'clocked' ? Infinity : moments.finished)
  const pauses = until === 'clocked' && !isToday
  const clamp = (moment: number): Date => new Date(Math.min(moment, wish.shutsAt.getTime()))
  return {
    until, promisedAt: new Date(isToday ? promiseOf(before.authorised, now, chance) : held ? now.getTime() + (1 + chance.below(3)) * 24 * hour : Math.max(leaving.delivered, before.authorised) + hour),
    at: {
      arrived: clamp(before.arrived), received: clamp(before.received), estimated: clamp(before.estimated), authorised: clamp(before.authorised), dispatched: clamp(before.dispatched),
      picked: clamp(before.picked), inspected: clamp(leaving.inspected), settled: clamp(leaving.settled), paid: clamp(leaving.paid), delivered: clamp(leaving.delivered),
    },
    jobs: jobs.map((job) => ({ ...job, from: clamp(job.from), to: clamp(held ? Math.min(job.to, job.from + 40 * minute) : job.to) })),
    oddity: pauses || (isToday && until === 'clocked' && chance.percent(30)) ? 'pauses' : isToday && until === 'inspected' && chance.percent(25) ? 'fails' : 'none',
  }
}

/** Most of today's promises lie ahead; one in seven is late by up to an hour. */
const promiseOf = (authorised: number, now: Date, chance: Chance): number =>
  (chance.percent(14) ? Math.max(authorised + 30 * minute, now.getTime() - chance.below(60) * minute) : now.getTime() + (20 + chance.below(340)) * minute)

/** Today's cars stand in every state; a store keeps a technician whose clock stands still. */
function drawn({ occupied, technicians }: Workbench, chance: Chance, technician: Actor | undefined): Step {
  const step = chance.pick(steps)
  const mayClock = technician !== undefined && !occupied.has(technician.personId) && occupied.size < technicians.length - 1
  return step === 'clocked' && !mayClock ? 'finished' : step
}

function planJobs({ labour, isToday, slow }: TimesWish, from: number, bench: Workbench, chance: Chance) {
  const idle = bench.technicians.filter(({ actor }) => !bench.occupied.has(actor.personId))
  const mate = isToday ? chance.pick(idle) : idle.reduce((first, one) => (one.freeAt < first.freeAt ? one : first))
  invariant(mate !== undefined, 'a workshop without technicians')
  let at = isToday ? from : inHours(Math.max(from, mate.freeAt))
  const fitting = bench.bays.filter(({ kind }) => kind === (slow ? 'body' : 'mechanical'))
  const free = fitting.filter(({ name }) => (bench.bayFreeAt.get(name) ?? 0) <= at)
  const bay = chance.pick(free.length === 0 ? fitting : free).name
  const painting = bench.bays.filter(({ kind }) => kind === 'paint')
  const jobs = labour.map(({ hours: standard, trade }) => {
    const begins = at + (1 + chance.below(4)) * minute
    const ends = begins + Math.round(Math.min(150, Math.max(8, standard * (isToday ? 15 : 35 + chance.below(20)))) * minute)
    at = isToday ? ends : inHours(ends)
    const booth = trade === 'paint' ? painting.find(({ name }) => (bench.bayFreeAt.get(name) ?? 0) <= at) ?? painting[0] : undefined
    return { technician: mate.actor, bay: booth?.name ?? bay, from: begins, to: ends }
  })
  if (!isToday) mate.freeAt = at
  return jobs
}

import type { Product } from '../../src/app/testing/product.ts'
import { processorMs, type Timings } from './measure.ts'
import { arrive, dispatch, estimateAndAuthorise, issue, pay, receive, repairAndInspect, settle, type Car, type Crew, type Goods } from './visit.ts'

// The core flow is six requests: create, 3 labour + 5 part lines, authorise, issue the oldest lots, settle, pay. What a car needs between
// them (reception, dispatch, clocks, inspection) is done too, but its time is not counted.

/** Milliseconds of processor per flow: whoever else uses the machine changes them little. */
export type Processor = { readonly app: number; readonly database: number; readonly client: number }

export type CoreFlow = {
  readonly clients: number; readonly flows: number; /** Flows a second of counted time, all clients together. */ readonly perSecond: number; readonly timings: Timings
  readonly statements: number | null; readonly processor: Processor
}

/** What is looked at from outside while it works: one process, or a group of them. */
export type Watched = Pick<Product, 'databaseProcesses' | 'sql'> & { /** The processes that serve. */ readonly app: () => readonly number[] }

export const watch = (product: Product): Watched => ({ ...product, app: () => [product.serving()] })

const usedSoFar = (product: Watched): Processor => {
  const app = product.app()
  const database = product.databaseProcesses().filter((pid) => !app.includes(pid) && pid !== process.pid)
  return { app: processorMs(app), database: processorMs(database), client: processorMs([process.pid]) }
}

const statementsSoFar = async (product: Watched, role: string): Promise<number> => {
  const [row] = await product.sql<{ calls: number }>(`
    select coalesce(sum(calls), 0)::float8 as calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
    where r.rolname = $1 and query !~* '^(begin|commit|rollback)' and query !~* 'set_config' and query !~* 'audit_unsealed u|audit_block|advisory|notices\\.'`, [role])
  return row?.calls ?? Number.NaN
}

const byTechnician = (lots: readonly { crew: Crew; cars: Car[] }[], work: (crew: Crew, cars: Car[]) => Promise<void>): Promise<void[]> =>
  Promise.all([...Map.groupBy(lots, ({ crew }) => crew.technicianId).values()].map(async (shared) => { for (const { crew, cars } of shared) await work(crew, cars) }))

type Wish = { readonly each: number; readonly role: string; readonly counted: boolean; /** Told which stages count. */ readonly afterStage?: (counts: boolean) => void }

/** `each` cars for each crew, stage by stage: all crews at once in a stage, one stage after the other. */
export async function measureCoreFlow(product: Watched, crews: readonly Crew[], goods: Goods, { each, role, counted, afterStage = () => {} }: Wish): Promise<CoreFlow> {
  const [timings, others]: [Timings, Timings] = [new Map(), new Map()]
  const lots: { crew: Crew; cars: Car[] }[] = crews.map((crew) => ({ crew, cars: [] }))
  let [milliseconds, statements] = [0, 0]
  const used = { app: 0, database: 0, client: 0 }
  const together = (work: (crew: Crew, cars: Car[]) => Promise<void>): Promise<void[]> => Promise.all(lots.map(({ crew, cars }) => work(crew, cars)))
  const countedStage = async (work: (crew: Crew, cars: Car[]) => Promise<void>): Promise<void> => {
    const before = counted ? await statementsSoFar(product, role) : 0
    const idle = usedSoFar(product)
    const began = performance.now()
    await together(work)
    milliseconds += performance.now() - began
    const busy = usedSoFar(product)
    for (const part of ['app', 'database', 'client'] as const) used[part] += busy[part] - idle[part]
    statements += counted ? await statementsSoFar(product, role) - before : 0
    afterStage(true)
  }
  const otherStage = async (working: Promise<unknown>): Promise<void> => { await working; afterStage(false) }
  const eachCar = (stage: typeof issue, into: Timings) => async (crew: Crew, cars: Car[]): Promise<void> => { for (const car of cars) await stage(crew, car, into, goods) }
  await countedStage(async (crew, cars) => { for (let made = 0; made < each; made += 1) cars.push(await arrive(crew, timings)) })
  await otherStage(together(eachCar(receive, others)))
  await countedStage(eachCar(estimateAndAuthorise, timings))
  await otherStage(together(eachCar(dispatch, others)))
  await countedStage(eachCar(issue, timings))
  await otherStage(byTechnician(lots, eachCar(repairAndInspect, others)))
  await countedStage(eachCar(settle, timings))
  await countedStage(eachCar(pay, timings))
  const flows = each * crews.length
  return { clients: crews.length, flows, perSecond: flows / (milliseconds / 1_000), timings, statements: counted ? statements / flows : null, processor: { app: used.app / flows, database: used.database / flows, client: used.client / flows } }
}

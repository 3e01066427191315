import type { CoreFlow } from './core-flow.ts'
import type { Floor } from './floor.ts'
import { runBy } from './pgbench.ts'
import type { Replay } from './replay.ts'
import { against, measured, type Timings } from './measure.ts'
import { readings } from './scale.ts'

/** Per visit. `bounds`: begin, commit and rollback; `stores`: the row-security setting that opens each transaction. */
export type Statements = { readonly all: number; readonly bounds: number; readonly stores: number; readonly databaseMs: number; readonly slowest: readonly Slow[] }
export type Slow = { readonly text: string; readonly calls: number; readonly meanMs: number }

export type Phase = {
  readonly name: string; readonly seconds: number; readonly visits: number; readonly timings: Timings; readonly failures: readonly string[]
  readonly statements: Statements | null; readonly loadBefore: string; readonly loadAfter: string
}

type Memory = { readonly appMb: number | null; readonly databaseMb: number | null }

export type Report = {
  readonly firstStart: number; readonly warmStart: number; readonly rest: Memory; readonly loaded: Memory
  readonly phases: readonly Phase[]; readonly flows: readonly CoreFlow[]; readonly floors: readonly Floor[]; readonly replays: readonly Replay[]; readonly reads: Timings; readonly orders: number; readonly machine: string
}

const flowSteps = ['arrive', 'lines', 'authorise', 'issue', 'settle', 'pay']
const others = ['reception', 'dispatch', 'my jobs', 'clock on', 'finish', 'see order', 'inspect']

const ms = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(value < 100 ? 1 : 0))
const pair = (values: readonly number[] | undefined): string => {
  const { p50, p95 } = measured(values ?? [])
  return `${ms(p50)} / ${ms(p95)}`
}
const megabytes = ({ appMb, databaseMb }: Memory): string => `${appMb === null ? 'not told' : `${String(appMb)} MB`} / ${databaseMb === null ? 'not told' : `${String(databaseMb)} MB`}`
const statements = (counted: Statements | null): string => (counted === null ? 'not measured'
  : `${counted.all.toFixed(0)} (${counted.bounds.toFixed(0)} begin/commit, ${counted.stores.toFixed(0)} store settings, ${(counted.all - counted.bounds - counted.stores).toFixed(0)} questions)`)

/** The six requests of the core flow against the least SQL that keeps the same facts, both on this server in this run. */
function coreFlow({ flows, floors, replays }: Report): string {
  const among = (found: readonly (Floor | Replay)[], { clients, perSecond }: CoreFlow): readonly string[] => {
    const floor = found.find((level) => level.clients === clients)?.perSecond ?? Number.NaN
    return [floor.toFixed(1), `${((100 * perSecond) / floor).toFixed(0)} %`]
  }
  const rows = flows.map((flow) => `| ${[String(flow.clients), flow.perSecond.toFixed(1), ...among(floors, flow), ...among(replays, flow), flow.statements?.toFixed(0) ?? '–', replays.find(({ clients }) => clients === flow.clients)?.trips.toFixed(0) ?? '–', [flow.processor.app, flow.processor.database, flow.processor.client].map((each) => each.toFixed(1)).join(' / '),
    ...flowSteps.map((kind) => pair(flow.timings.get(kind)))].join(' | ')} |`)
  return `## The core flow against the floor

Create, 3 labour and 5 part lines, authorise, issue the oldest lots, settle, pay. What a car needs between them is done but not counted. The floor is ${runBy} with six transactions of the least SQL (tools/bench/floor.ts);
the second floor is ${runBy} with our own statements and their values, replayed on a copy of the database from before (tools/bench/replay.ts).
Aims: a third of the floor, half of the second, at most 60 statements, all six one after the other under 60 ms. A round trip is a packet that the database is sent and answered, begin and commit included, counted while the second floor was recorded.

| clients | flows a second | floor | share | own statements | share | statements | round trips | processor of app / database / client, ms a flow | ${flowSteps.map((kind) => `${kind}, p50 / p95 ms`).join(' | ')} |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|${flowSteps.map(() => '--:').join('|')}|
${rows.join('\n')}`
}

/** One table for everything: a row a figure, a column a number of clients at once; what has no clients stands in the first column. */
export function report(found: Report, at: Date): string {
  const { phases, reads } = found
  const row = (name: string, cells: readonly string[]): string => `| ${[name, ...cells, ...Array.from({ length: phases.length - cells.length }, () => '')].join(' | ')} |`
  const byPhase = (name: string, cell: (phase: Phase) => string): string => row(name, phases.map(cell))
  const table = [
    row('', phases.map(({ name }) => name)),
    `|---|${phases.map(() => '--:|').join('')}`,
    byPhase('Visits per second', ({ visits, seconds }) => (visits / seconds).toFixed(1)),
    byPhase('Visits measured, failed', ({ visits, failures }) => `${String(visits)}, ${String(failures.length)}`),
    byPhase('Whole visit, p50 / p95 ms', ({ timings }) => pair(timings.get('whole visit'))),
    ...flowSteps.map((kind) => byPhase(`**${kind}**, p50 / p95 ms`, ({ timings }) => pair(timings.get(kind)))),
    ...others.map((kind) => byPhase(`${kind}, p50 / p95 ms`, ({ timings }) => pair(timings.get(kind)))),
    byPhase('SQL statements per visit', (phase) => statements(phase.statements)),
    byPhase('Time in the database per visit, ms', (phase) => (phase.statements === null ? 'not measured' : phase.statements.databaseMs.toFixed(1))),
    byPhase('Load average (1, 5, 15 min) before → after', ({ loadBefore, loadAfter }) => `${loadBefore} → ${loadAfter}`),
  ]
  const [firstStart, warmStart] = [found.firstStart / 1_000, found.warmStart / 1_000]
  const failures = phases.flatMap((phase) => phase.failures).slice(0, 3).map((failure) => `\n- Failed: ${failure}`).join('')
  const slowest = phases.flatMap(({ name, statements: counted }) => (counted?.slowest ?? []).map(({ text, calls, meanMs }) =>
    `\n- ${name}: ${ms(meanMs)} ms, ${calls.toFixed(1)} times a visit: \`${text.replaceAll('`', '')}\``)).join('')
  return `# Speed, as measured

\`node tools/bench/main.ts\` (Node 24) wrote this on ${at.toISOString().slice(0, 10)}: ${found.machine}; demo store T0, ${String(found.orders)} repair orders at the end.

${table.join('\n')}

${coreFlow(found)}

## The small store (T0): readings, start, memory

One client, one question after the other.

${readings(reads)}

| | | goal |
|---|--:|---|
| First start with the demo store, s | ${firstStart.toFixed(1)} | ${against(firstStart, 20)} |
| Warm start until /ready, s | ${warmStart.toFixed(2)} | ${against(warmStart, 5)} |
| Memory at rest, app resident / database shares | ${megabytes(found.rest)} | none set |
| Memory after the load, app resident / database shares | ${megabytes(found.loaded)} | none set |

How to read it:

- A visit is one car from the door to the till: arrive, reception, 3 labour and 5 part lines in one request, authorise, dispatch, issue, the technician's list, three times clock on and finish, see order, inspect, settle, pay. That is 17 requests, one after the other, without thinking time. Delivery and prints are not part of it.
- The client and the product share the machine's cores, so the client's own work is inside these times. The load average includes whatever else ran.
- The statement counter (pg_stat_statements) is loaded for this run only. The product does not load it; it costs a little.
- A warm start is the second start on the same data folder, pages already built, seen by asking /ready every 50 ms. The reads come from one client, one after the other.

Not measured here (these figures are from the small demo store plus this run's own cars): the network (all over loopback); the browser; long runs.${failures}
${slowest === '' ? '' : `\nStatements that took the most time in all (mean, waiting for locks included):\n${slowest}\n`}`
}

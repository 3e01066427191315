import type { Sending } from '../../src/app/testing/example-calls.ts'
import { tallied, type Log } from './outcome.ts'
import { everyPosition, type Person } from './people.ts'
import { addressOf, changesBetween, rowCounts, type Operation, type Target } from './target.ts'
import { codeOf, isBusy, jsonOf, whyNoProblem, type Reply } from './wire.ts'

const forged = ['gangwei=forged', `gangwei=${'A'.repeat(43)}`, `gangwei=${'%00'.repeat(20)}`, 'gangwei=; gangwei=x']

type Cell = { readonly operation: Operation; readonly valid: Sending; readonly person: Person }

/** Every operation with its valid call, in the name of every position of both stores, of nobody, and of somebody with a forged session. */
export async function matrix(target: Target, log: Log): Promise<void> {
  const people = await everyPosition(target)
  const guarded = target.operations.filter(({ needs }) => needs !== 'anyone')
  const undeclared = target.operations.filter(({ needs }) => needs === '')
  log.holds('P1', undeclared.length === 0, () => `no right declared: ${undeclared.map(({ name }) => name).join(', ')}`)
  const cells: Cell[] = guarded.flatMap((operation) => {
    const valid = target.valid.get(operation.name)
    return valid === undefined ? [] : people.map((person) => ({ operation, valid, person }))
  })
  const may = ({ operation: { needs }, person }: Cell): boolean => needs === 'signed-in' || person.rights.has(needs)
  const { true: allowed = [], false: forbidden = [] } = Object.groupBy(cells, (cell) => String(may(cell)) as 'true' | 'false')
  const doors = await withoutSession(target, log, guarded)
  await refusedCells(target, log, forbidden)
  const answers = await allowedCells(target, log, allowed)
  const stores = new Set(people.map(({ store }) => store)).size
  log.fact('P1', `${String(target.operations.length)} operations, ${String(people.length)} positions of ${String(stores)} stores, nobody and ${String(forged.length)} forged sessions: ${String(cells.length + doors)} cells`)
  log.fact('P1', `${String(forbidden.length)} cells without the right: the valid call refused with \`platform.no-right\`, each on record, no row changed in any table of the business`)
  log.fact('P1', `${String(allowed.length)} cells with the right: none refused for it (answers ${answers})`)
}

async function withoutSession(target: Target, log: Log, operations: readonly Operation[]): Promise<number> {
  const before = await rowCounts(target)
  const cells = operations.flatMap((operation) => ['', ...forged].map((cookie) => ({ operation, cookie })))
  await inTurns(cells, async ({ operation, cookie }) => {
    const answer = await target.ask({ ...validCall(target, operation), cookie })
    log.holds('P1', answer.status === 401 && codeOf(answer) === 'platform.sign-in-first', () => `${operation.name} with "${cookie}": ${String(answer.status)} ${answer.text.slice(0, 120)}`)
    problems(log, answer, operation.name)
  })
  const changes = changesBetween(before, await rowCounts(target))
  log.holds('P1', changes.length === 0, () => `changed without a session: ${changes.join('; ')}`)
  return cells.length
}

async function refusedCells(target: Target, log: Log, cells: readonly Cell[]): Promise<void> {
  const [before, noted] = [await rowCounts(target), await refusals(target)]
  await inTurns(cells, async ({ operation, person }) => {
    const answer = await target.ask({ ...validCall(target, operation), cookie: person.cookie })
    log.holds('P1', answer.status === 403 && codeOf(answer) === 'platform.no-right', () => `${operation.name} as ${person.login} in ${person.store} without ${operation.needs}: ${String(answer.status)} ${answer.text.slice(0, 120)}`)
    problems(log, answer, operation.name)
  })
  const changes = changesBetween(before, await rowCounts(target))
  log.holds('P1', changes.length === 0, () => `changed by refused calls: ${changes.join('; ')}`)
  const written = await refusals(target) - noted
  log.holds('P1', written === cells.length, () => `${String(cells.length)} refused, ${String(written)} of them on record`)
}

const refusals = async (target: Target): Promise<number> => (await target.sql<{ n: number }>("select count(*)::int as n from platform.audit where result = 'refused'"))[0]?.n ?? 0

/** Readings are asked as they are; a deed gets one word more than its shape has: past the right, and no effect. */
async function allowedCells(target: Target, log: Log, cells: readonly Cell[]): Promise<string> {
  const answers: string[] = []
  await inTurns(cells, async ({ operation, person }) => {
    const call = validCall(target, operation)
    const body = typeof call.body === 'string' ? JSON.stringify({ ...jsonOf(call.body), 'nobody-asked': 1 }) : '{"nobody-asked":1}'
    const answer = await target.ask({ ...call, ...(operation.method === 'GET' ? {} : { body, headers: { 'content-type': 'application/json', 'idempotency-key': 'short' } }), cookie: person.cookie })
    answers.push(String(answer.status))
    log.holds('P1', ![0, 401].includes(answer.status) && codeOf(answer) !== 'platform.no-right' && (answer.status < 500 || isBusy(answer)), () => `${operation.name} as ${person.login} in ${person.store}, who has ${operation.needs}: ${String(answer.status)} ${answer.text.slice(0, 120)}`)
    problems(log, answer, operation.name)
  })
  return tallied(answers)
}

/** The valid call, without whoever made it. */
export function validCall(target: Target, operation: Operation): { method: string; path: string; body?: string | Uint8Array } {
  const valid = target.valid.get(operation.name)
  if (valid === undefined) return { method: operation.method, path: operation.path.replace(/\{\w+\}/g, 'x') }
  return { method: operation.method, path: addressOf(target, valid), ...(valid.body === undefined ? {} : { body: valid.body }) }
}

export function problems(log: Log, answer: Reply, asked: string): void {
  const why = whyNoProblem(answer)
  if (why !== null) log.fault('P4', `${asked}: ${String(answer.status)}, ${why}: ${answer.text.slice(0, 200)}`)
}

/** Some at a time, as a few desks would; whoever waits for one answer does not hold up the others. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, hands = 6): Promise<void> {
  let next = 0
  await Promise.all(Array.from({ length: hands }, async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }))
}

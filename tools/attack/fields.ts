import { leavesOf, sampleOf, withLeaf, type Schema } from '../../src/app/testing/samples.ts'
import { hostile, type Hostile } from '../../src/app/testing/hostile.ts'
import { tallied, type Log } from './outcome.ts'
import { signIn } from './people.ts'
import { inTurns, problems, validCall } from './matrix.ts'
import { endsSession } from './strangers.ts'
import type { Operation, Target } from './target.ts'
import { codeOf, jsonOf, type Reply } from './wire.ts'
import { whileAlive } from './while-alive.ts'

/** On a slow machine the rest is left out, and the report says how much. */
const mostSeconds = 180

type Wrong = { readonly operation: Operation; readonly field: string; readonly kind: Hostile; readonly path: string; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }

/** The valid body with every field its shape knows, also those that the example leaves out. */
function fullBody(schema: Schema, example: unknown): unknown {
  if (schema.properties === undefined || typeof example !== 'object' || example === null || Array.isArray(example)) return example
  const given = example as Record<string, unknown>
  return Object.fromEntries(Object.entries(schema.properties).map(([name, part]) => [name, name in given ? fullBody(part, given[name]) : sampleOf(part)]))
}

function* everyWrong(target: Target, operation: Operation): Generator<Wrong> {
  const valid = validCall(target, operation)
  const [bare = '', query = ''] = valid.path.split('?')
  const pattern = operation.path.split('/')
  const example = typeof valid.body === 'string' && operation.schema !== null ? fullBody(operation.schema, jsonOf(valid.body)) : undefined
  const sent = example === undefined ? {} : { body: JSON.stringify(example) }
  let turn = 0
  for (const kind of hostile) {
    for (const header of kind.headers ?? []) yield { operation, kind, field: header, path: valid.path, ...sent, headers: { [header]: String(kind.values[turn++ % kind.values.length]) } }
    if (kind.headers !== undefined) continue
    for (const way of example === undefined ? [] : leavesOf(example)) {
      const value = kind.values[turn++ % kind.values.length]
      const body = kind.written === true ? JSON.stringify(withLeaf(example, way, '@@')).replace('"@@"', String(value)) : JSON.stringify(withLeaf(example, way, value))
      yield { operation, kind, field: way.join('.'), path: valid.path, body }
    }
    for (const raw of example === undefined ? [] : kind.whole ?? []) yield { operation, kind, field: '(body)', path: valid.path, body: raw }
    if (kind.written === true) continue
    for (const parameter of operation.documented.parameters.filter((each) => each.in !== 'header')) {
      const value = encoded(String(kind.values[turn++ % kind.values.length]))
      const place = parameter.in === 'path' ? bare.split('/').map((part, index) => (pattern[index] === `{${parameter.name}}` ? value : part)).join('/') : bare
      yield { operation, kind, field: parameter.name, path: parameter.in === 'path' ? `${place}${query === '' ? '' : `?${query}`}` : `${bare}?${parameter.name}=${value}`, ...sent }
    }
  }
}
/** An address is short: what is huge in a body would only be refused for its length here. */
const encoded = (text: string): string => encodeURIComponent(text.slice(0, 400).toWellFormed())

/** Every field of every operation, one at a time, gets one value of each kind, from somebody who may ask. */
export async function fields(target: Target, log: Log): Promise<void> {
  const operations = target.operations.filter(({ name, uploads }) => !endsSession.test(name) && !uploads)
  const every = operations.flatMap((operation) => [...everyWrong(target, operation)])
  const asked = spread(every)
  const cookies = await askers(target, operations)
  const answers: string[] = []
  let [mustRefuse, refused, signedInAgain] = [0, 0, 0]
  const judge = (wrong: Wrong, answer: Reply): void => {
    answers.push(answer.status === 0 ? 'no answer' : String(answer.status))
    const words = (): string => `${wrong.kind.name} in ${wrong.field} of ${wrong.operation.name}: ${String(answer.status)} ${answer.text.slice(0, 160)} ← ${(wrong.body ?? wrong.path).slice(0, 200)}`
    log.holds('P3', answer.status !== 0 && answer.status < 500, words)
    problems(log, answer, `${wrong.kind.name} in ${wrong.field} of ${wrong.operation.name}`)
    if (!wrong.kind.mustRefuse || wrong.body === undefined) return
    mustRefuse += 1
    if (answer.status >= 400) refused += 1
    else log.fault('P3', `let through: ${words()}`)
  }
  const end = performance.now() + mostSeconds * 1_000
  const pulse = await whileAlive(target.product, () => inTurns(asked, async (wrong) => {
    if (performance.now() > end) return
    const { operation: { name, method }, path, body, headers } = wrong
    const send = (): Promise<Reply> => target.ask({ method, path, ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }), cookie: cookies.get(name)?.cookie ?? '' })
    const answer = await send()
    if (codeOf(answer) !== 'platform.sign-in-first' || cookies.get(name) === undefined) { judge(wrong, answer); return }
    signedInAgain += 1
    const asker = cookies.get(name)
    if (asker !== undefined) asker.cookie = await signIn(target, asker.login) ?? ''
    judge(wrong, await send())
  }, 4))
  log.fact('P3', `${String(answers.length)} of ${String(asked.length)} requests within ${String(mostSeconds)} s, one hostile value of each of ${String(hostile.length)} kinds in every field of ${String(operations.length)} operations (${hostile.map(({ name }) => name).join(', ')}): ${tallied(answers)}`)
  log.fact('P3', `of ${String(mustRefuse)} that no product may take, ${String(refused)} refused (${((100 * refused) / Math.max(1, mustRefuse)).toFixed(1)} %); sessions ended meanwhile by what was asked: ${String(signedInAgain)}`)
  log.fact('P3', `alive meanwhile: ${String(pulse.beats)} heartbeats, longest ${String(Math.round(pulse.longest))} ms (goal 800), ${String(pulse.dead)} without an answer; the server held ${String(pulse.memory)} MB at most`)
  log.holds('P3', pulse.longest < 800 && pulse.dead === 0, () => `a heartbeat took ${String(Math.round(pulse.longest))} ms, ${String(pulse.dead)} had no answer`)
  const errors = answers.filter((status) => Number(status) >= 400).length
  log.fact('P4', `${String(errors)} refusals of hostile fields: each application/problem+json with a code, a sentence and a request id, without a word of the database, the framework or a stack`)
}

/** In an order in which no operation and no kind comes last. */
const spread = <Item>(items: readonly Item[], step = 97): Item[] => Array.from({ length: step }, (_, first) => items.filter((__, index) => index % step === first)).flat()

/** Who made the valid call asks; one session each. */
async function askers(target: Target, operations: readonly Operation[]): Promise<Map<string, { login: string; cookie: string }>> {
  const known = new Map<string, { login: string; cookie: string }>()
  const map = new Map<string, { login: string; cookie: string }>()
  for (const { name, needs } of operations) {
    const login = target.valid.get(name)?.by ?? ''
    if (needs === 'anyone' || login === '') continue
    const asker = known.get(login) ?? { login, cookie: await signIn(target, login) ?? target.valid.get(name)?.headers['cookie'] ?? '' }
    known.set(login, asker)
    map.set(name, asker)
  }
  return map
}

import { isDeepStrictEqual } from 'node:util'
import { exampleCalls, NotThere, sendOnce, type Sending } from '../../src/app/testing/example-calls.ts'
import { leavesOf, withLeaf } from '../../src/app/testing/samples.ts'
import { tallied, type Log } from './outcome.ts'
import type { Target } from './target.ts'
import { codeOf, jsonOf } from './wire.ts'

const rivals = 10
const sends = 9

type Seen = { readonly status: number; readonly body: string; readonly code: string }
type Tally = { once: number; replayed: number; raced: number; otherBody: number; keyless: number; readonly answers: string[]; readonly double: Set<string> }
/** Shown again unchanged, an estimate is the same version: nothing is overwritten, each showing is on record. */
const repeatable = new Set(['POST /repair-orders/:orderId/versions'])
/** What has money or goods in it: named in the report one by one. */
const worth = /settle|payments$|refund|delivery$|reverse|posting$|issue$|take-back$|hand-over$|return$|invoices$|close$/

const seen = async (answer: Response): Promise<Seen> => {
  const body = await answer.clone().text().catch(() => '')
  return { status: answer.status, body, code: codeOf({ text: body }) }
}
const jsonBody = ({ headers, body }: Sending): Record<string, unknown> | null =>
  typeof body === 'string' && headers['content-type'] === 'application/json' ? jsonOf(body) : null

/** Deeds of that operation on record, each with the request that did it. */
async function recorded(target: Target, operation: string): Promise<number> {
  const [row] = await target.sql<{ deeds: number }>("select count(distinct request_id)::int as deeds from platform.audit where operation = $1 and result <> 'refused'", [operation])
  return row?.deeds ?? 0
}

/** Another body that still fits: one text gets a letter more. */
function otherBody(sending: Sending): string | null {
  const body = jsonBody(sending)
  const way = body === null ? undefined : leavesOf(body).find((each) => /reason|note|words|name|concern|reference|title/i.test(String(each.at(-1))) && typeof valueAt(body, each) === 'string')
  return body === null || way === undefined ? null : JSON.stringify(withLeaf(body, way, `${String(valueAt(body, way))}1`))
}
const valueAt = (value: unknown, way: readonly (string | number)[]): unknown => way.reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], value)

/**
 * Makes the valid call of every operation, each deed many times at once: with one key nine times, and, where it names the version it saw, in the name of ten people
 * who saw the same. One effect each, in the answers and in the audit.
 */
export async function deedsAtOnce(target: Target, log: Log): Promise<void> {
  const tally: Tally = { once: 0, replayed: 0, raced: 0, otherBody: 0, keyless: 0, answers: [], double: new Set() }
  const send = async (sending: Sending): Promise<Response> => {
    if (!target.valid.has(sending.operation) || !target.granted.has(sending.operation)) target.valid.set(sending.operation, sending)
    const operation = target.operations.find(({ name }) => name === sending.operation)
    const answer = sending.method === 'GET' || operation === undefined || operation.needs === 'anyone' ? await sendOnce(sending) : await manyTimes(target, log, tally, sending)
    if (answer.status === 200) target.granted.add(sending.operation)
    return answer
  }
  const calls = exampleCalls(target.product.url, target.document, send)
  const notMade: string[] = []
  for (const name of [...calls.operations.keys()].toSorted((one, other) => Number(one.startsWith('POST')) - Number(other.startsWith('POST')))) {
    await calls.make({ operation: name as 'GET /' }).catch((cause: unknown) => {
      if (!(cause instanceof NotThere)) throw cause
      notMade.push(`${name}: ${cause.message.slice(0, 200)}`)
    })
  }
  const all = target.operations.length
  const refusable = [...calls.operations].filter(([, { operation }]) => operation['x-example-refused'] !== undefined).length
  log.holds('P9', notMade.length === 0, () => `${String(notMade.length)} valid calls could not be made after deeds were sent many times: ${notMade.slice(0, 3).join('; ')}`)
  log.fact('P3', `${String(target.granted.size)} of ${String(all)} operations granted their valid call (${String(Math.round((100 * target.granted.size) / all))} %; ${String(refusable)} cannot be granted on a demo store)`)
  log.holds('P3', target.granted.size >= 0.9 * all, () => 'fewer than nine in ten operations have a valid call that is granted')
  log.fact('P9', `${String(tally.replayed)} deeds sent ${String(sends)} times with one key, at once or after their success: ${String(tally.once)} deeds on record; one answer each, or \`platform.shown-once\` where a secret was in it`)
  log.fact('P9', `the same key with another body, ${String(tally.otherBody)} deeds: never a second effect; ${String(tally.keyless)} deeds without a key: all refused`)
  log.fact('P8', `${String(tally.raced)} deeds that name a version, ${String(rivals)} people at once: one wins each time; all answers: ${tallied(tally.answers)}`)
  await onRecord(target, log)
  log.fact('P8', `among them, with money or goods: ${[...tally.double].toSorted().join(', ')}`)
}

/** Each deed that left its key has its entry of the audit from the same transaction. */
async function onRecord(target: Target, log: Log): Promise<void> {
  const [row] = await target.sql<{ deeds: number; without: number; reveals: number }>(`
    with entries as (select distinct xmin::text as made from platform.audit)
    select count(*)::int as deeds, count(*) filter (where entries.made is null)::int as without, count(*) filter (where i.operation ~ 'reveal')::int as reveals
    from platform.idempotency i left join entries on entries.made = i.xmin::text`)
  const { deeds = 0, without = 0, reveals = 0 } = row ?? {}
  log.holds('P10', deeds > 0 && without === 0, () => `${String(without)} of ${String(deeds)} deeds have no entry of the audit from their own transaction`)
  log.holds('P10', reveals > 0, () => 'no reveal was tried')
  log.fact('P10', `${String(deeds)} deeds, ${String(reveals)} of them reveals: each with its entry of the audit from the same transaction`)
}

async function manyTimes(target: Target, log: Log, tally: Tally, sending: Sending): Promise<Response> {
  const before = await recorded(target, sending.operation)
  const versioned = typeof jsonBody(sending)?.['version'] === 'number' && !repeatable.has(sending.operation)
  await withoutKey(log, tally, sending)
  const { first, key } = versioned ? await amongRivals(log, tally, sending) : { first: null, key: sending.headers['idempotency-key'] ?? '' }
  const keyed = { ...sending, headers: { ...sending.headers, 'idempotency-key': key } }
  const answers = first === null || first.status === 200 ? await Promise.all(Array.from({ length: sends - (first === null ? 0 : 1) }, () => sendOnce(keyed))) : []
  const whole = first === null ? answers : [first, ...answers]
  const given = await Promise.all(whole.map(seen))
  const good = given.findIndex(({ status }) => status === 200)
  if (good === -1) return whole[0] ?? sendOnce(sending)
  tally.replayed += 1
  if (worth.test(sending.operation)) tally.double.add(sending.operation.replace('POST ', ''))
  const different = given.filter(({ status, body, code }) => (status === 200 ? !isDeepStrictEqual(jsonOf(body), jsonOf(given[good]?.body ?? '')) : status !== 409 || !/shown-once|busy/.test(code)))
  log.holds('P9', different.length === 0, () => `${sending.operation}, one key: ${JSON.stringify(given.map(({ status, code }) => [status, code]))}`)
  const other = otherBody(keyed)
  if (other !== null) {
    const answer = await seen(await sendOnce({ ...keyed, body: other }))
    if (answer.status !== 400) tally.otherBody += 1 // 400: the word was one of a list
    log.holds('P9', answer.status === 400 || answer.code === 'platform.key-used-for-another-request', () => `${sending.operation}, the same key with another body: ${String(answer.status)} ${answer.code}`)
  }
  const deeds = await recorded(target, sending.operation) - before
  tally.once += deeds
  log.holds('P9', deeds === 1, () => `${sending.operation}: ${String(deeds)} deeds on record for one`)
  return whole[good] ?? sendOnce(sending)
}

async function withoutKey(log: Log, tally: Tally, sending: Sending): Promise<void> {
  const { 'idempotency-key': _, ...headers } = sending.headers
  const { status, code } = await seen(await sendOnce({ ...sending, headers }))
  tally.keyless += 1
  log.holds('P9', status === 400 && code === 'platform.key-missing', () => `${sending.operation} without a key: ${String(status)} ${code}`)
}

/** Ten people who saw the same version press at once, each with a key of his own. */
async function amongRivals(log: Log, tally: Tally, sending: Sending): Promise<{ first: Response; key: string }> {
  const keys = Array.from({ length: rivals }, (_, index) => `${sending.headers['idempotency-key'] ?? ''}-rival-${String(index)}`)
  const answers = await Promise.all(keys.map((key) => sendOnce({ ...sending, headers: { ...sending.headers, 'idempotency-key': key } })))
  const given = await Promise.all(answers.map(seen))
  const winners = given.filter(({ status }) => status === 200).length
  tally.answers.push(...given.map(({ status }) => String(status)))
  const best = Math.max(0, given.findIndex(({ status }) => status === 200))
  if (winners > 0) {
    tally.raced += 1
    log.holds('P8', winners === 1, () => `${sending.operation}: ${String(winners)} of ${String(rivals)} won with one version`)
  }
  log.holds('P8', given.every(({ status }) => [200, 404, 409, 422].includes(status)), () => `${sending.operation}, ten at once: ${tallied(given.map(({ status, code }) => `${String(status)} ${code}`))}`)
  return { first: answers[best] ?? await sendOnce(sending), key: keys[best] ?? '' }
}

import { uuidv7 } from '../../src/kernel/ids.ts'
import { isDeepStrictEqual } from 'node:util'
import type { Log } from './outcome.ts'
import { everyPosition, type Person } from './people.ts'
import { inTurns, problems, validCall } from './matrix.ts'
import { changesBetween, rowCounts, type Operation, type Target } from './target.ts'
import { jsonOf, type Reply } from './wire.ts'

const anId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g
const few = 3 // people of the other store per operation

type Probe = { readonly operation: Operation; readonly person: Person; readonly id: string }

/** Ids of rows that belong to one store; people belong to none, they may work in both. */
async function idsOf(target: Target, storeCode: string): Promise<ReadonlySet<string>> {
  const tables = await target.sql<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute s on s.attrelid = c.oid and s.attname = 'store_id' and not s.attisdropped join pg_attribute i on i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype and not i.attisdropped
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and c.relname not in ('audit', 'outbox')`)
  const union = tables.map(({ name }) => `select id::text from ${name} where store_id = (select id from organisation.store where code = $1)`).join(' union ')
  return new Set((await target.sql<{ id: string }>(`(${union}) except select id::text from organisation.person`, [storeCode])).map(({ id }) => id))
}

/** Somebody of the second store names ids of the first: the answer is the same, word for word, as for ids that exist nowhere. */
export async function strangers(target: Target, log: Log): Promise<void> {
  const own = await idsOf(target, 'SH2')
  const theirs = new Set([...await idsOf(target, 'SH1')].filter((id) => !own.has(id)))
  const people = (await everyPosition(target)).filter(({ store }) => store === 'SH2')
  const probes: Probe[] = target.operations.flatMap((operation) => {
    if (operation.needs === 'anyone' || endsSession.test(operation.name) || tellsWhoLooks.test(operation.name)) return []
    const { path, body } = validCall(target, operation)
    const ids = [...new Set(`${path} ${typeof body === 'string' ? body : ''}`.match(anId) ?? [])].filter((id) => theirs.has(id))
    const who = people.filter(({ rights }) => operation.needs === 'signed-in' || rights.has(operation.needs)).slice(0, few)
    return who.flatMap((person) => ids.map((id) => ({ operation, person, id })))
  })
  const before = await rowCounts(target)
  let [differing, passed] = [0, 0]
  await inTurns(probes, async ({ operation, person, id }) => {
    const nowhere = uuidv7(new Date(), (length) => crypto.getRandomValues(new Uint8Array(length)))
    const call = validCall(target, operation)
    const other = (): { method: string; path: string; body?: string | Uint8Array } => ({ ...call, path: call.path.replaceAll(id, nowhere), ...(typeof call.body === 'string' ? { body: call.body.replaceAll(id, nowhere) } : {}) })
    const [real, made] = [await target.ask({ ...call, cookie: person.cookie }), await target.ask({ ...other(), cookie: person.cookie })]
    if (real.status < 300 && operation.method === 'POST') passed += 1
    if (!sameAnswer(real, made, id, nowhere)) differing += 1
    log.holds('P2', sameAnswer(real, made, id, nowhere), () => `${operation.name} as ${person.login}: "not yours" ${String(real.status)} ${real.text.slice(0, 160)}, "not there" ${String(made.status)} ${made.text.slice(0, 160)}`)
    problems(log, real, operation.name)
  }, 4)
  const changes = changesBetween(before, await rowCounts(target))
  const seen = await readByStrangers(target, log, people, theirs)
  log.holds('P2', probes.length >= 500, () => `only ${String(probes.length)} probes`)
  log.fact('P2', `${String(probes.length)} probes with ids of the other store in address and body, ${String(new Set(probes.map(({ operation }) => operation.name)).size)} operations, by people of the second store who have the right: ${String(differing)} answers differ from those for ids that exist nowhere, ${String(passed)} deeds went through`)
  log.holds('P2', passed === 0 || changes.length === 0, () => `deeds of strangers went through: ${changes.join('; ')}`)
  log.fact('P2', `${String(seen)} readings of the second store (lists, searches, exports, figures) looked through for ${String(theirs.size)} ids of the first: none`)
}

/** The request's own id, and the id that was asked for where an answer repeats it, are no difference. */
function sameAnswer(real: Reply, made: Reply, id: string, nowhere: string): boolean {
  const { requestId: _, ...one } = jsonOf(real.text.replaceAll(id, nowhere))
  const { requestId: __, ...other } = jsonOf(made.text)
  return real.status === made.status && isDeepStrictEqual(one, other)
}

async function readByStrangers(target: Target, log: Log, people: readonly Person[], theirs: ReadonlySet<string>): Promise<number> {
  const readings = target.operations.filter(({ method, needs }) => method === 'GET' && needs !== 'anyone').flatMap((operation) =>
    people.filter(({ rights }) => operation.needs === 'signed-in' || rights.has(operation.needs)).slice(0, few).map((person) => ({ operation, person })))
  let looked = 0
  await inTurns(readings, async ({ operation, person }) => {
    const call = validCall(target, operation)
    const answer = await target.ask({ ...call, cookie: person.cookie })
    if (answer.status !== 200) return
    looked += 1
    const found = (answer.text.match(anId) ?? []).filter((id) => theirs.has(id) && !call.path.includes(id))
    log.holds('P2', found.length === 0, () => `${operation.name} as ${person.login} shows ids of the other store: ${found.slice(0, 3).join(', ')}`)
  })
  return looked
}

/** Answers who of one's own store looks at an id, whatever it names: the people of this very attack. */
const tellsWhoLooks = /^GET \/presence/
/** In good faith these end the asker's own session, and every answer after it would be 401. */
export const endsSession = /^POST \/session/

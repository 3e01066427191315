import { afterAll, beforeAll, expect, test } from 'vitest'
import { zh } from '../modules/assurance/texts/zh-CN.ts'
import { examples } from './modules.ts'
import { exampleCalls, NotThere, type Document } from './testing/example-calls.ts'
import { makeProduct, type Product } from './testing/product.ts'

// Who reads /openapi.json copies its examples. On the demo store, as it stands after the first start, each of them succeeds.
let product: Product
let calls: ReturnType<typeof exampleCalls>
beforeAll(async () => {
  product = await makeProduct()
  await product.start()
  const document = await fetch(`${product.url}/openapi.json`).then((answer) => answer.json()) as Document
  calls = exampleCalls(product.url, document)
}, 240_000) // a product of its own beside everything else
afterAll(() => product.remove(), 60_000)

const typeOf = (content: object): string => Object.keys(content)[0] ?? ''

/** What is wrong with an operation's example, in words; null when it does what the document says. */
async function faultOf(operation: string): Promise<string | null> {
  const documented = calls.operations.get(operation)?.operation
  try {
    const { status, type, body, asked } = await calls.make({ operation: operation as 'GET /' })
    const refused = documented?.['x-example-refused']
    if (refused !== undefined) return (body as { code?: string }).code === refused ? null : `${operation}: ${String(status)} instead of the refusal ${refused}`
    if (status !== 200) return `${asked}: ${String(status)} ${JSON.stringify(body)}`
    const promised = typeOf(documented?.responses['200'].content ?? {})
    return promised === 'application/octet-stream' || type.startsWith(promised) ? null : `${operation}: ${type} instead of ${promised}`
  } catch (cause) {
    if (cause instanceof NotThere) return `${operation}: ${cause.message}`
    throw cause
  }
}

test('every operation has an example, and every example succeeds on the demo store', async () => {
  const operations = [...calls.operations.keys()].toSorted((one, other) => Number(one.startsWith('POST')) - Number(other.startsWith('POST')))
  expect(operations.length).toBeGreaterThanOrEqual(340)
  const faults: string[] = []
  for (const operation of operations) {
    const fault = await faultOf(operation)
    if (fault !== null) faults.push(fault)
  }
  expect(faults).toEqual([])
}, 300_000)

/** What no demo store can grant, and why. The list may only shrink. */
const refused = {
  'POST /counter/slips/:slipId/price-request': 'the store has no floor of its margin, so no price of a slip was refused',
  'POST /first-run': 'there is a store already',
  'POST /statements-till/open': 'its till was opened with the store',
  'POST /notices/own-settings/test': 'its machine has no mail server',
  'POST /personal-data/erasures': 'nobody of a store of two weeks has been silent for years',
  'POST /rosters/greeting/check-in': 'whether somebody has greeting duty right now depends on the hour',
}
test('only what no demo store can grant is refused', () => {
  const found = [...calls.operations].filter(([, { operation }]) => operation['x-example-refused'] !== undefined).map(([name]) => name)
  expect(found.toSorted()).toEqual(Object.keys(refused).toSorted())
})

test('what stands in an example, where the value itself is found in the store, is of the right kind', () => {
  const wrong = [...examples.keys()].flatMap((route) => {
    const content = calls.operations.get(`${route.method} ${route.path}`)?.operation.requestBody?.content['application/json']
    const problems = content === undefined ? [] : route.body?.safeParse(content.example).error?.issues ?? []
    return problems.map(({ path, message }) => `${route.method} ${route.path} ${path.join('.')}: ${message}`)
  })
  expect(wrong).toEqual([])
})

test('what these calls and the demo store put on record has a name on the page of the audit', async () => {
  const subjects = await product.sql<{ subject: string }>('select distinct subject from platform.audit order by subject')
  expect(subjects.length).toBeGreaterThan(100)
  expect(subjects.map(({ subject }) => subject).filter((subject) => !(`assurance.subject.${subject}` in zh))).toEqual([])
})

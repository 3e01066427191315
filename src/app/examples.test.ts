import { afterAll, beforeAll, expect, test } from 'vitest'
import { permissions } from './modules.ts'
import { makeProduct, type Person, type Product } from './testing/product.ts'

// Who reads /openapi.json copies its examples. On the demo store, as it stands after the first start, each of them succeeds.
type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly example?: unknown }
type Documented = { 'x-permission': string; parameters: Parameter[]; requestBody?: { content: Record<string, { example?: unknown }> } }
type Example = { readonly method: string; readonly path: string; readonly needs: string; readonly body: unknown }

let product: Product
let examples: Example[]
const people = new Map<string, Person>()
beforeAll(async () => {
  product = await makeProduct()
  await product.start()
  const document = await fetch(`${product.url}/openapi.json`).then((answer) => answer.json()) as { paths: Record<string, Record<string, Documented>> }
  examples = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, operation]) => {
    const given = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.example !== undefined)
    const body = operation.requestBody?.content['application/json']?.example
    if (path.includes('{') || (body === undefined && given.length === 0)) return []
    const query = new URLSearchParams(given.map(({ name, example }): [string, string] => [name, String(example)]))
    return [{ method: method.toUpperCase(), path: `${path.replace('/api', '')}${given.length === 0 ? '' : `?${query.toString()}`}`, needs: operation['x-permission'], body }]
  }))
}, 90_000)
afterAll(() => product.remove(), 60_000)

async function somebodyWho({ needs }: Example): Promise<Person> {
  const preset: readonly string[] = permissions.find(({ permission }) => permission === needs)?.preset ?? ['SAD']
  const login = (preset[0] ?? 'SAD').toLowerCase()
  const person = people.get(login) ?? await product.signIn(login)
  people.set(login, person)
  return person
}

test('every example of the document succeeds on the demo store', async () => {
  const failed: string[] = []
  for (const [index, example] of examples.entries()) {
    const person = await somebodyWho(example)
    const { status, body } = example.method === 'GET' ? await person.get(example.path) : await person.post(example.path, example.body as object, `example-${String(index)}`)
    if (status !== 200) failed.push(`${example.method} ${example.path}: ${String(status)} ${JSON.stringify(body)}`)
  }
  expect(failed).toEqual([])
  expect(examples.length).toBeGreaterThanOrEqual(20)
}, 60_000)

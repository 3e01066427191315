import { z } from 'zod'
import type { Route } from '../contract.ts'
import { isReference, likeOf, saysFrom, type Example, type Examples, type Source } from '../example.ts'
import { file, pdf } from '../shapes.ts'

type Json = Record<string, unknown>

const schemaOf = (shape: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}

const operationId = ({ method, path }: Route): string =>
  `${method.toLowerCase()}${path.replace(/[:/-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`

/** A value with something plausible where it says where to find it, and the sources by JSON pointer. */
function literalOf(value: unknown, pointer = ''): { readonly literal: unknown; readonly sources: Readonly<Record<string, Source>> } {
  if (isReference(value)) return { literal: likeOf(value['x-example-from']), sources: { [pointer]: value['x-example-from'] } }
  if (typeof value !== 'object' || value === null) return { literal: value, sources: {} }
  const parts = Object.entries(value).map(([name, part]) => [name, literalOf(part, `${pointer}/${name}`)] as const)
  const sources = Object.assign({}, ...parts.map(([, part]) => part.sources)) as Record<string, Source>
  return { literal: Array.isArray(value) ? parts.map(([, part]) => part.literal) : Object.fromEntries(parts.map(([name, part]) => [name, part.literal])), sources }
}

function exampleOf(value: unknown): Json {
  if (value === undefined) return {}
  if (isReference(value)) return { example: likeOf(value['x-example-from']), description: saysFrom(value['x-example-from']), 'x-example-from': value['x-example-from'] }
  const { literal, sources } = literalOf(value)
  return { example: literal, ...(Object.keys(sources).length === 0 ? {} : { 'x-example-from': sources }) }
}

function parametersOf(shape: z.ZodType | undefined, place: 'path' | 'query', examples: Readonly<Record<string, unknown>> = {}): Json[] {
  if (shape === undefined) return []
  const { properties = {}, required = [] } = schemaOf(shape, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: place, required: required.includes(name), schema, ...exampleOf(examples[name]) }))
}

function requestBodyOf({ upload, body }: Route, { file: sent, body: example }: Example): Json {
  if (upload !== undefined) return { requestBody: { required: true, content: { 'application/octet-stream': sent === undefined ? {} : { example: sent.content, 'x-example-encoding': sent.encoding } } } }
  return body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input'), ...exampleOf(example) } } } }
}

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })

function contentOf(gives: z.ZodType): Json {
  if (gives === pdf) return { 'application/pdf': {} }
  return gives === file ? { 'application/octet-stream': {} } : { 'application/json': { schema: schemaOf(gives, 'output') } }
}

function operationOf(route: Route, example: Example = {}): Json {
  const { needs } = route
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', pattern: '^[\\w.:-]{8,100}$' }, example: 'a-key-of-your-own-1' }
  const acts = route.method === 'POST' && needs !== 'anyone'
  return {
    operationId: operationId(route), summary: route.does, tags: [route.path.split('/')[1] ?? ''],
    'x-permission': typeof needs === 'string' ? needs : needs.permission,
    'x-refusals': route.refuses ?? [],
    security: needs === 'anyone' ? [] : [{ session: [] }],
    parameters: [...parametersOf(route.params, 'path', example.params), ...parametersOf(route.query, 'query', example.query), ...(acts ? [key] : [])],
    ...requestBodyOf(route, example),
    ...(example.by === undefined ? {} : { 'x-example-by': example.by }),
    ...(example.after === undefined ? {} : { 'x-example-after': example.after }),
    ...(example.refused === undefined ? {} : { 'x-example-refused': example.refused }),
    responses: {
      200: { description: 'Done', content: contentOf(route.gives) },
      400: problem('Input that does not fit'), 401: problem('Not signed in'), 403: problem('No right'),
      404: problem('Not there, or not yours'), 409: problem('Changed meanwhile, or busy'), 422: problem('Refused, with the reason'),
    },
  }
}

const howToRead = `Each operation carries a call that succeeds on the demo store as it stands after the first start, asked by the first position that has the right of x-permission, or by the log-in in x-example-by.
Where a value differs in every store, x-example-from beside it (for bodies: by JSON pointer) says where it is found: the first that the JSONPath \`path\` finds in the answer of \`operation\`, called by its own example but for the params, query and body
named with it, cut down to what \`match\` matches, or as the code that an authenticator shows for it (\`as\`); \`own\` is a parameter of the same call, \`day\`, \`month\` and \`minutes\` count from now. What must have happened before stands in x-example-after. x-example-refused is the code of what no demo store can grant.`

/** OpenAPI 3.1, made from the contracts and their examples. */
export function openApiDocument(routes: readonly Route[], examples: Examples, version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, examples.get(route)) }
  }
  return {
    openapi: '3.1.0', info: { title: 'Gangwei 岗位', version, description: howToRead, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } }, paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'gangwei' } },
      schemas: {
        Problem: {
          type: 'object', required: ['title', 'status', 'code', 'detail', 'requestId'],
          properties: {
            type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' },
            requestId: { type: 'string' }, facts: { type: 'object' },
            fields: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } } },
          },
        },
      },
    },
  }
}

/** A JSON Schema as the OpenAPI document carries it. */
export type Schema = {
  readonly type?: string | readonly string[]; readonly format?: string; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly pattern?: string
  readonly minLength?: number; readonly minimum?: number; readonly minItems?: number; readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[]
}
type Json = Record<string, unknown>

export const nobodysId = '01a20a20-a213-7c0f-bb3e-fe7b917f2801'
const formats: Readonly<Record<string, string>> = { uuid: nobodysId, date: '2026-11-24', 'date-time': '2026-11-24T09:00:00Z', time: '09:00' }

function textOf({ format, minLength = 0, pattern = '' }: Schema): string {
  const known = formats[format ?? '']
  if (known !== undefined) return known
  if (pattern.includes('image')) return 'data:image/png;base64,iVBORw0KGgo='
  return pattern.includes('\\d{4}-') ? '2026-11-24' : '1'.repeat(Math.max(1, minLength))
}

/** The smallest value that fits a schema, as far as a schema tells. */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const [one] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (one !== undefined) return sampleOf(one)
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0]
  if (type === 'object') return Object.fromEntries((schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]))
  if (type === 'array') return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf(schema.items ?? {}))
  if (type === 'integer' || type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (type === 'boolean') return true
  return type === 'null' ? null : textOf(schema)
}

/** The way to every leaf of a value: `['lines', 0, 'payer']`. */
export function leavesOf(value: unknown, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return value.length === 0 ? [way] : value.flatMap((item, index) => leavesOf(item, [...way, index]))
  if (typeof value !== 'object' || value === null) return [way]
  const entries = Object.entries(value)
  return entries.length === 0 ? [way] : entries.flatMap(([name, item]) => leavesOf(item, [...way, name]))
}

/** A copy with one leaf replaced. */
export function withLeaf(value: unknown, [first, ...rest]: readonly (string | number)[], leaf: unknown): unknown {
  if (first === undefined) return leaf
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? withLeaf(item, rest, leaf) : item as unknown))
  return { ...value as Json, [first]: withLeaf((value as Json)[first], rest, leaf) }
}

/** A node of `explain (format json)`, as far as it tells a shape. */
export type Node = {
  readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Schema?: string; readonly 'Index Name'?: string; readonly 'Join Type'?: string; readonly 'CTE Name'?: string
  readonly 'Index Cond'?: string; readonly 'Parent Relationship'?: string; readonly Plans?: readonly Node[]
}

const worldOf = ({ Schema: schema, 'Relation Name': relation }: Node): string | null => (relation === undefined ? null : `${schema ?? ''}.${relation}`)

/** Which stores one may see: asked once for each table, by row security. */
const isSetting = (node: Node): boolean => node['Node Type'] === 'Result' && node['Parent Relationship'] === 'InitPlan' && node.Plans === undefined

/** Node types, relations and indexes; no costs, no rows, no conditions. */
export function shapeOf(node: Node, depth = 0): string[] {
  const words = [node['Node Type'], node['Join Type'] === undefined || node['Join Type'] === 'Inner' ? null : node['Join Type'], worldOf(node), node['CTE Name'], node['Index Name'] === undefined ? null : `by ${node['Index Name']}`]
  return [`${'  '.repeat(depth)}${words.filter((word) => word !== null && word !== undefined).join(' ')}`, ...(node.Plans ?? []).filter((inner) => !isSetting(inner)).flatMap((inner) => shapeOf(inner, depth + 1))]
}

/** Of each index: its table, and whether it holds a part of it only (what is under way). */
export type Indexes = ReadonlyMap<string, { readonly table: string; readonly partial: boolean }>

const orderEnds = new Set(['Sort', 'Aggregate', 'Hash', 'Materialize', 'WindowAgg', 'SetOp'])
const comparedColumns = (condition: string): string[] => [...condition.matchAll(/([a-z_]+)\)?(?:::[a-z ]+)?\)? (?:=|<|>|<=|>=|IS) /g)].map(([, column]) => column ?? '').filter((column) => column !== 'store_id')

/**
 * The tables that are read from one end to the other in a plan that was told to avoid it: by a sequential scan, or by an index of which nothing but the store is asked. In the order of an index, up to
 * a limit, is not the whole; neither is what an index keeps of rows under way.
 */
export function readWhole(node: Node, indexes: Indexes, limited = false): string[] {
  const type = node['Node Type']
  const still = type === 'Limit' || (limited && !orderEnds.has(type))
  const index = indexes.get(node['Index Name'] ?? '')
  const byIndex = index !== undefined && !index.partial && !still && comparedColumns(node['Index Cond'] ?? '').length === 0 ? [index.table] : []
  return [...(type === 'Seq Scan' ? [worldOf(node) ?? ''] : byIndex), ...(node.Plans ?? []).flatMap((inner) => readWhole(inner, indexes, still))]
}

type Node = unknown

const literal = (text: string): unknown => JSON.parse(text.startsWith("'") ? JSON.stringify(text.slice(1, -1)) : text)
const children = (node: Node): Node[] => (typeof node === 'object' && node !== null ? Object.values(node) : [])
const memberOf = (node: Node, name: string): Node[] => (typeof node === 'object' && node !== null && name in node ? [(node as Record<string, unknown>)[name]] : [])

/** `@.a[0].b == 'x'`, or `@.a` alone: that it is there. */
function holds(node: Node, condition: string): boolean {
  const [, path = '', operator, value = ''] = /^@(\S*?)(?:\s*(==|!=|>=|<=|>|<)\s*(.+))?$/.exec(condition.trim()) ?? []
  const [found] = findAll(node, `$${path}`)
  if (operator === undefined) return found !== undefined
  const wanted = literal(value)
  if (operator === '==') return found === wanted
  if (operator === '!=') return found !== wanted
  const [one, other] = [found as number, wanted as number]
  return (operator.includes('=') && one === other) || (operator.startsWith('>') ? one > other : one < other)
}

/** The part of JSONPath (RFC 9535) that examples use: names, places, `*`, and filters joined by `&&`. */
export function findAll(root: Node, path: string): Node[] {
  const steps = [...path.slice(1).matchAll(/\.(\w+)|\[(\d+)\]|\[\*\]|\[\?((?:[^[\]]|\[\d+\])+)\]/g)]
  if (`$${steps.map(([step]) => step).join('')}` !== path) throw new SyntaxError(`no JSONPath that examples may use: ${path}`)
  return steps.reduce((nodes, [, name, place, filter]): Node[] => nodes.flatMap((node) => {
    if (name !== undefined || place !== undefined) return memberOf(node, name ?? place ?? '')
    return filter === undefined ? children(node) : children(node).filter((child) => filter.split('&&').every((condition) => holds(child, condition)))
  }), [root])
}

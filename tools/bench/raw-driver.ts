import type pg from 'pg'
import type { Run, Speed } from './pgbench.ts'

// Of pgbench's scripts what ours use: `\set` with sums, products and random(), `\if :client_id = n`, `\gset`, and statements with `:name`.

/** `client`: the one that this step is for; null means each. `keeps`: the row that comes back becomes variables. */
export type Step = { readonly client: number | null } & ({ readonly set: string; readonly to: string } | { readonly text: string; readonly keeps: boolean })

const token = /\s*(?:\\(set|if|endif)\b([^\n]*)|((?:'[^']*'|"[^"]*"|--[^\n]*|[^;'"\\])*?)(;|\\gset))/y

export function stepsOf(script: string): Step[] {
  const steps: Step[] = []
  const text = script.trimEnd()
  let client: number | null = null
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const [, command, words = '', statement = '', end] = token.exec(text) ?? []
    if (command === 'if') client = Number(/:client_id = (\d+)/.exec(words)?.[1])
    else if (command === 'endif') client = null
    else if (command === 'set') {
      const [, name = '', to = ''] = /^ *(\w+) +(.+)$/.exec(words) ?? []
      steps.push({ client, set: name, to })
    } else if (end === undefined) throw new SyntaxError(`not a script that the raw driver reads: ${text.slice(at, at + 200)}`)
    else steps.push({ client, text: statement.trim(), keeps: end === '\\gset' })
  }
  return steps
}

type Variables = Map<string, string>
const variable = /(?<![:\w]):([a-z_]\w*)/g

function valueOf(expression: string, variables: Variables): number {
  const [, least, most] = /^random\((\d+), (\d+)\)$/.exec(expression) ?? []
  if (least !== undefined) return Number(least) + Math.floor(Math.random() * (Number(most) - Number(least) + 1))
  const values = expression.replace(variable, (_, name: string) => variables.get(name) ?? '')
  return values.split('+').reduce((sum, product) => sum + product.split('*').reduce((all, factor) => all * Number(factor), 1), 0)
}

/** A statement as it leaves: with its variables as parameters, planned once under its name, or in its text. */
function questionOf(text: string, name: string | null, variables: Variables): { text: string; name?: string; values?: string[] } {
  if (name === null) return { text: text.replace(variable, (whole, found: string) => variables.get(found) ?? whole) }
  const values: string[] = []
  const numbered = text.replace(variable, (whole, found: string) => {
    const value = variables.get(found)
    return value === undefined ? whole : `$${String(values.push(value))}`
  })
  return { text: numbered, name, values }
}

async function turn(connection: pg.Client, steps: readonly Step[], prepared: boolean, variables: Variables): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if ('set' in step) variables.set(step.set, String(valueOf(step.to, variables)))
    else {
      const { rows } = await connection.query<Record<string, unknown>>(questionOf(step.text, prepared ? `s${String(index)}` : null, variables))
      if (step.keeps) for (const [name, value] of Object.entries(rows[0] ?? {})) variables.set(name, String(value))
    }
  }
}

/** `open` makes a connection that is not connected yet. */
export async function runByDriver(open: () => pg.Client, script: string, { prepared, clients, lasts, variables = {} }: Run): Promise<Speed> {
  const steps = stepsOf(script)
  const connections = Array.from({ length: clients }, open)
  try {
    await Promise.all(connections.map((connection) => connection.connect()))
    const began = performance.now()
    const isOver = (done: number): boolean => ('turns' in lasts ? done >= lasts.turns : performance.now() - began >= lasts.seconds * 1_000)
    const done = await Promise.all(connections.map(async (connection, client) => {
      const own = steps.filter((step) => step.client === null || step.client === client)
      const known: Variables = new Map([...Object.entries(variables), ['client_id', client] as const].map(([name, value]) => [name, String(value)]))
      let count = 0
      for (; !isOver(count); count += 1) await turn(connection, own, prepared, known)
      return count
    }))
    const [elapsed, all] = [performance.now() - began, done.reduce((sum, count) => sum + count, 0)]
    return { perSecond: all / (elapsed / 1_000), latencyMs: (elapsed * clients) / all }
  } finally {
    await Promise.all(connections.map((connection) => connection.end()))
  }
}

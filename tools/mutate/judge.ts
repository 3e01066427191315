import { registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { testsRead } from './stand-in.ts'

/** One mutant to judge: the source of one file, changed, and what is read anew because of it. Paths from the project's root. */
export type Case = {
  readonly number: number
  readonly file: string
  readonly source: string
  /** The file and everything that imports it, however far. */
  readonly affected: readonly string[]
  readonly tests: readonly string[]
}

export type Verdict = { readonly number: number; /** The test that failed. */ readonly killedBy: string | null }

const root = path.join(import.meta.dirname, '../..')
const urlOf = (file: string): string => pathToFileURL(path.join(root, file)).href
const standIn = new URL('stand-in.ts', import.meta.url).href

let current: { readonly number: number; readonly url: string; readonly source: string; readonly affected: ReadonlySet<string> } | null = null

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest' && context.parentURL !== standIn && context.parentURL?.startsWith(urlOf('src/')) === true) return { url: standIn, shortCircuit: true }
    const resolved = next(specifier, context)
    return current?.affected.has(resolved.url) === true ? { ...resolved, url: `${resolved.url}?mutant=${String(current.number)}` } : resolved
  },
  load(url, context, next) {
    return current !== null && url.split('?')[0] === current.url ? { format: 'module-typescript', source: current.source, shortCircuit: true } : next(url, context)
  },
})

async function judge({ number, file, source, affected, tests }: Case): Promise<Verdict> {
  current = { number, url: urlOf(file), source, affected: new Set(affected.map(urlOf)) }
  testsRead()
  for (const testFile of tests) {
    try {
      await import(urlOf(testFile))
    } catch (cause) {
      return { number, killedBy: `${path.basename(testFile)} cannot be read: ${String(cause)}` }
    }
    for (const { name, run } of testsRead()) {
      try {
        await run()
      } catch {
        return { number, killedBy: `${path.basename(testFile)}: ${name}` }
      }
    }
  }
  return { number, killedBy: null }
}

if (parentPort === null) throw new Error(`${fileURLToPath(import.meta.url)} runs as a worker of tools/mutate/main.ts`)
const port = parentPort
port.on('message', (one: Case) => { void judge(one).then((verdict) => port.postMessage(verdict)) })

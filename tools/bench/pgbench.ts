import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ownerOf, type Product } from '../../src/app/testing/product.ts'
import { runByDriver } from './raw-driver.ts'

/** `prepared`: every statement planned once a connection, variables as parameters; else they stand in the text. `turns`: of each client. */
export type Run = { readonly prepared: boolean; readonly clients: number; readonly lasts: { readonly seconds: number } | { readonly turns: number }; readonly variables?: Readonly<Record<string, number>> }
export type Speed = { readonly perSecond: number; readonly latencyMs: number }

/** Debian's package postgresql-contrib brings it. */
const hasPgbench = spawnSync('pgbench', ['--version']).status === 0

/** Who runs the scripts, as a report says it. */
export const runBy = hasPgbench ? 'pgbench' : 'the raw driver (pg for Node; pgbench is not installed)'

/** Runs a script of pgbench against the product's database, by pgbench or, where it is missing, by the raw driver; a client that broke off is an error, not a slow one. */
export const runScript = (product: Product, script: string, run: Run): Promise<Speed> => (hasPgbench ? Promise.resolve(runByPgbench(product, script, run)) : runByDriver(() => ownerOf(product), script, run))

function runByPgbench({ databaseFolder }: Product, script: string, { prepared, clients, lasts, variables = {} }: Run): Speed {
  const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-script-'))
  try {
    const file = path.join(folder, 'script.sql')
    writeFileSync(file, script)
    const words = ['-n', '-j', '1', '-M', prepared ? 'prepared' : 'simple', '-f', file, '-c', String(clients), ...('turns' in lasts ? ['-t', String(lasts.turns)] : ['-T', String(lasts.seconds)]), ...Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${String(value)}`])]
    const { stdout, stderr, status } = spawnSync('pgbench', [...words, '-h', databaseFolder, '-U', 'gangwei', 'gangwei'], { encoding: 'utf8', env: { ...process.env, PGCLIENTENCODING: 'UTF8' }, maxBuffer: 1 << 26 })
    if (status !== 0) throw new Error(`pgbench: ${stderr.slice(0, 2_000)}`)
    return { perSecond: Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]), latencyMs: Number(/^latency average = ([\d.]+)/m.exec(stdout)?.[1]) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

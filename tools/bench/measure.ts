import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { Person } from '../../src/app/testing/product.ts'

/** Milliseconds of every request, by kind. */
export type Timings = Map<string, number[]>

export type Measured = { readonly p50: number; readonly p95: number; readonly count: number }

/** Nearest rank: the value that at most this share of all lies below. */
export function measured(values: readonly number[]): Measured {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), count: sorted.length }
}

export async function timed<T>(timings: Timings, kind: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  const own = timings.get(kind)
  if (own === undefined) timings.set(kind, [performance.now() - began])
  else own.push(performance.now() - began)
  return result
}

type Body = Record<string, unknown>

/** A refusal is a mistake of the measurement here: it ends the visit loudly. */
export async function see(person: Person, address: string): Promise<Body> {
  const { status, body } = await person.get(address)
  if (status !== 200) throw new Error(`GET ${address}: ${String(status)} ${String(body['code'])}`)
  return body
}

export async function does(person: Person, address: string, wish: object): Promise<Body> {
  const { status, body } = await person.post(address, wish, randomUUID())
  if (status !== 200) throw new Error(`POST ${address}: ${String(status)} ${String(body['code'])} ${JSON.stringify(body['facts'] ?? body['fields'] ?? {})}`)
  return body
}

const kilobytes = (file: string, word: string): number | null => {
  try {
    return Number(new RegExp(`^${word}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1] ?? Number.NaN)
  } catch {
    return null // only Linux tells
  }
}

/** Whole MB in memory: what the process has resident, or, for many that share memory, their proportional shares. */
export const residentMb = (pid: number): number | null => {
  const size = kilobytes(`/proc/${String(pid)}/status`, 'VmRSS')
  return size === null ? null : Math.round(size / 1_024)
}
export const sharesMb = (pids: readonly number[]): number | null => {
  const sizes = pids.map((pid) => kilobytes(`/proc/${String(pid)}/smaps_rollup`, 'Pss'))
  return sizes.includes(null) ? null : Math.round(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) / 1_024)
}

/** Milliseconds of processor that these processes have used so far, in the kernel's ticks of 10 ms; 0 where nothing tells. */
export function processorMs(pids: readonly number[]): number {
  return 10 * pids.reduce((sum, pid) => {
    try {
      const told = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
      return sum + Number(told[11]) + Number(told[12])
    } catch {
      return sum // it has ended, or this is not Linux
    }
  }, 0)
}

export const load = (): string => loadavg().map((value) => value.toFixed(2)).join(' ')

/** What a figure should stay below, and whether it did. */
export const against = (value: number, goal: number | null): string => (goal === null ? '' : value < goal ? `< ${String(goal)}` : `< ${String(goal)}: MISSED`)

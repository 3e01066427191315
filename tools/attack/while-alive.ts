import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Product } from '../../src/app/testing/product.ts'

export type Pulse = { readonly beats: number; readonly dead: number; /** Milliseconds. */ readonly longest: number; /** Megabytes that the serving process held at its most meanwhile. */ readonly memory: number }

/** Does the work while somebody else asks ten times a second whether the product lives. */
export async function whileAlive(product: Product, work: () => Promise<void>): Promise<Pulse> {
  const worker = new Worker(path.join(import.meta.dirname, 'heartbeat.ts'), { workerData: { url: product.url } })
  const told = new Promise<Omit<Pulse, 'memory'>>((resolve, reject) => { worker.once('message', resolve); worker.once('error', reject) })
  let memory = 0
  const scale = setInterval(() => { memory = Math.max(memory, megabytesOf(product.serving())) }, 500)
  try {
    await work()
  } finally {
    clearInterval(scale)
    worker.postMessage('enough')
  }
  return { ...await told, memory }
}

/** Zero where the machine does not tell. */
export function megabytesOf(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0) / 1_024)
  } catch {
    return 0
  }
}

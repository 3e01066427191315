import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal, RefusedError } from '../../../kernel/refusal.ts'
import type { RawRow } from '../domain/pack-file.ts'
import type { ReadingOrder, ReadingWord } from './pack-reading-worker.ts'

const [limitMs, mostMegabytes] = [15_000, 512]

/** Reads a manual in a thread of its own, with bounds on time and memory: a file that is no manual holds up nobody. */
export async function readPackFile(bytes: Uint8Array, fileName: string): Promise<readonly RawRow[]> {
  const isText = /\.(ya?ml|json)$/i.test(fileName)
  const worker = new Worker(new URL('./pack-reading-worker.ts', import.meta.url), { execArgv: [], workerData: { bytes, isText } satisfies ReadingOrder, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
  try {
    const [word] = await once(worker, 'message', { signal: AbortSignal.timeout(limitMs) }) as [ReadingWord]
    if ('refusal' in word) throw new RefusedError(new Refusal(word.refusal.code, word.refusal.facts))
    return word.rows
  } catch (cause) {
    throw cause instanceof RefusedError ? cause : new RefusedError(new Refusal('platform.file-unreadable'))
  } finally {
    await worker.terminate()
  }
}

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { Refusal, RefusedError } from '../../../kernel/refusal.ts'
import type { Headings } from '../domain/columns.ts'
import type { ImportKind } from '../domain/kinds.ts'
import type { TableHead, TableRow } from '../domain/read-table.ts'
import type { ReadingOrder, ReadingWish, ReadingWord } from './reading-worker.ts'

/** What takes longer than this to be read is no list that people keep. */
const limitMs = 120_000
const mostMegabytes = 2_048

export type OpenFile = {
  readonly head: TableHead
  /** The rows from this place on, in the order of writing; none when the end is reached. */
  slice(from: number): Promise<readonly TableRow[]>
  /** Rows as they stand in the file, by their numbers there. */
  cells(lines: readonly number[]): Promise<readonly (readonly string[])[]>
  close(): Promise<void>
}

/** Reads a file in a thread of its own with bounds on time and memory. Refuses with a sentence what cannot be read. */
export async function openFile(bytes: Uint8Array, kind: ImportKind, headings: readonly Headings[]): Promise<OpenFile> {
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    execArgv: [], workerData: { bytes, kind, headings } satisfies ReadingOrder, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  const close = async (): Promise<void> => { await worker.terminate() }
  const next = async (): Promise<ReadingWord> => {
    const [word] = await once(worker, 'message', { signal: AbortSignal.timeout(limitMs) }) as [ReadingWord]
    return word
  }
  const ask = (wish: ReadingWish): Promise<ReadingWord> => {
    const answer = next()
    worker.postMessage(wish)
    return answer
  }
  try {
    const word = await next()
    if ('refusal' in word) throw new RefusedError(new Refusal(word.refusal.code, word.refusal.facts))
    if (!('head' in word)) throw new Error('the reader gave rows before their head')
    return {
      head: word.head, close,
      slice: async (from) => {
        const answer = await ask({ from })
        return 'rows' in answer ? answer.rows : []
      },
      cells: async (lines) => {
        const answer = await ask({ lines })
        return 'cells' in answer ? answer.cells : []
      },
    }
  } catch (cause) {
    await close()
    // Out of memory or out of time: the file is beyond us, and the person can split it.
    throw cause instanceof RefusedError ? cause : new RefusedError(new Refusal('exchange.file-beyond-us'))
  }
}

import type { Language } from '../../kernel/texts.ts'
import type { DocumentData, DocumentKind } from './documents.ts'
import type { PrintRequest } from './print-worker.ts'
import { WorkerQueue } from './worker-queue.ts'

/** A compile takes milliseconds; what takes longer than this will not end well. */
const limitMs = 20_000
/** A store prints a few documents a minute; a longer queue is an overload that the person should hear of. */
const longestQueue = 200
/** Some 1,500 lines, which take seconds and hundreds of megabytes. More is a mistake, or an attack. */
const mostCharacters = 300_000

const printer = new WorkerQueue({ file: new URL('./print-worker.ts', import.meta.url), limitMs, longestQueue })

/** One document as PDF. The same data gives the same bytes; nothing in the data is ever read as markup. */
export async function printDocument<Kind extends DocumentKind>(kind: Kind, language: Language, data: DocumentData[Kind]): Promise<Uint8Array> {
  const request: PrintRequest<Kind> = { kind, language, data }
  const job = JSON.stringify(request, wellFormed)
  if (job.length > mostCharacters) throw new RangeError(`a document of ${String(job.length)} characters is too much to print`)
  return printer.run(job)
}

/** Ends the worker; whoever still waits is told. A later print starts a new one. */
export const closePrinter = (): Promise<void> => printer.close()

/** Signs that turn the direction of writing: unclosed, they turn what stands behind them too, and the compiler falls over the breaks in it. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Half a surrogate pair, as cutting a text leaves it, would end the template's JSON reader; it prints as a replacement mark. */
const wellFormed = (_key: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed().replace(turning, '') : value)

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerOf, InputOf, Route } from '../contract.ts'
import type { Deed, DeedTools, Reading } from '../deed.ts'
import type { Printing } from '../print/printing.ts'

// A list of bindings holds routes of every shape, so their types are closed over here and unknown outside.
export type Binding = {
  readonly route: Route
} & (
  | { readonly kind: 'deed'; run(deed: Deed, input: unknown): Promise<unknown> }
  | { readonly kind: 'showing'; run(deed: Deed, input: unknown): Promise<unknown> }
  | { readonly kind: 'reading'; run(reading: Reading, input: unknown): Promise<unknown> }
  | { readonly kind: 'document'; run(reading: Reading, input: unknown): Promise<Printing | KeptPaper> }
  | { readonly kind: 'upload'; run(deed: Deed, input: unknown, file: UploadedFile): Promise<unknown> }
  | { readonly kind: 'file'; run(reading: Reading, input: unknown): Promise<OutgoingFile> }
  | { readonly kind: 'open'; run(context: OpenContext, input: unknown): Promise<unknown> }
)

export type UploadedFile = { readonly bytes: Uint8Array; readonly sha256: string }
/** `name` goes to the browser as the name to save under; any characters. */
export type OutgoingFile = {
  readonly name: string; readonly type: string; readonly bytes: Uint8Array
  /** A picture in a page: it never changes, and this browser may keep it for a day. */
  readonly shown?: boolean
}

export type KeptPaper = { readonly name: string; readonly bytes: Uint8Array }

/** For the few routes that stand before a session or handle it: log in, log out, change the active store. */
export type OpenContext = { readonly tools: DeedTools; readonly request: FastifyRequest; readonly reply: FastifyReply; readonly secure: boolean }

export const bindDeed = <R extends Route>(route: R, run: (deed: Deed, input: InputOf<R>) => Promise<AnswerOf<R>>): Binding =>
  ({ route, kind: 'deed', run: (deed, input) => run(deed, input as InputOf<R>) })

/** A deed whose answer holds a secret (a one-time password, recovery codes): shown to the one who asked, stored nowhere, not even for a repeated request. */
export const bindShowing = <R extends Route>(route: R, run: (deed: Deed, input: InputOf<R>) => Promise<AnswerOf<R>>): Binding =>
  ({ route, kind: 'showing', run: (deed, input) => run(deed, input as InputOf<R>) })

export const bindReading = <R extends Route>(route: R, run: (reading: Reading, input: InputOf<R>) => Promise<AnswerOf<R>>): Binding =>
  ({ route, kind: 'reading', run: (reading, input) => run(reading, input as InputOf<R>) })

/** A paper: its data is read in the transaction, the PDF is made after it; or one that was handed out before. */
export const bindDocument = <R extends Route>(route: R, run: (reading: Reading, input: InputOf<R>) => Promise<Printing | KeptPaper>): Binding =>
  ({ route, kind: 'document', run: (reading, input) => run(reading, input as InputOf<R>) })

/** A deed that takes a file. Log-in and right are checked before the first byte of it is read. */
export const bindUpload = <R extends Route>(route: R, run: (deed: Deed, input: InputOf<R>, file: UploadedFile) => Promise<AnswerOf<R>>): Binding =>
  ({ route, kind: 'upload', run: (deed, input, file) => run(deed, input as InputOf<R>, file) })

/** A file that the browser saves; everything is read in one transaction. */
export const bindFile = <R extends Route>(route: R, run: (reading: Reading, input: InputOf<R>) => Promise<OutgoingFile>): Binding =>
  ({ route, kind: 'file', run: (reading, input) => run(reading, input as InputOf<R>) })

export const bindOpen = <R extends Route>(route: R, run: (context: OpenContext, input: InputOf<R>) => Promise<AnswerOf<R>>): Binding =>
  ({ route, kind: 'open', run: (context, input) => run(context, input as InputOf<R>) })

import { z } from 'zod'

// A page may not make code from text (its Content-Security-Policy): zod must not even try, each try is reported as a breach.
if ('document' in globalThis) z.config({ jitless: true })

/** Building blocks of contracts: bounds on every number and text (reliability, edge). */
export const id = z.uuid()
export const version = z.number().int().min(1).max(2_147_483_647)
export const fen = z.number().int().min(-900_000_000_000).max(900_000_000_000)
export const positiveFen = fen.min(0)
export const thousandths = z.number().int().min(1).max(100_000_000)
export const moment = z.iso.datetime({ offset: true })
export const day = z.iso.date()
export const text = (longest: number) => z.string().trim().max(longest)
export const filledText = (longest: number) => z.string().trim().min(1).max(longest)
export const kilometres = z.number().int().min(0).max(3_000_000)
/** What the sentence of a refusal names, kept with its code until somebody reads it. */
export const refusalFacts = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()]))
export const languageShape = z.enum(['zh-CN', 'en'])

/** Lists page by the last row seen; `next` is null on the last page. */
export const pageQuery = { after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(80) }
/** A list in the order of its numbers pages by the last number seen. */
export const pageQueryByNumber = { ...pageQuery, after: z.string().max(200).optional() }
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() })
export const done = z.object({ version })

/** A document answers a PDF; the browser opens it by its address, so the language stands in the query. */
export const pdf = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
export const printQuery = z.strictObject({ language: languageShape.default('zh-CN') })

/** A table or another file goes out as itself; the browser saves it. */
export const file = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

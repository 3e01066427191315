import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { standingRequest } from '../../approvals/public.ts'
import type { PhotoSubject } from '../../photos/public.ts'
import type { listScraps as listRoute, ScrapRow, seeScrap as seeRoute } from '../contract.ts'
import * as data from '../data/scrap.ts'
import { nextStep, whyNotReverse, whyNotSign } from '../domain/scrap.ts'
import { seesCost, withNames } from './figures.ts'
import { kindOfStep, scrapRequests } from './scrap.ts'

const rowOf = (reading: Reading, { id, number, status, askedAt, askedByName, reason, version, costFen, expectedFen }: data.ScrapData, lines: number): ScrapRow =>
  ({ id, number, status, askedAt: askedAt.toISOString(), askedByName, reason, lines, costFen: seesCost(reading) ? costFen ?? expectedFen : null, version })

export async function listScraps(reading: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const listed = await data.listScraps(tx, by.storeId, { group: query.group, find: query.find, after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map((scrap) => rowOf(reading, scrap, scrap.lines))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

export async function seeScrap(reading: Reading, scrapId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by } = reading
  const scrap = found(await data.findScrap(tx, by.storeId, scrapId), 'scrap application')
  const lines = await withNames(reading, await data.linesOf(tx, by.storeId, scrap))
  const signatures = await data.signaturesOf(tx, by.storeId, scrap)
  const cost = seesCost(reading)
  return {
    ...rowOf(reading, scrap, lines.length), words: scrap.words, document: scrap.document, movedAt: scrap.movedAt?.toISOString() ?? null, counterDocument: scrap.counterDocument, askedBy: scrap.askedBy,
    rows: lines.map((line) => ({ ...line, expectedFen: cost ? line.expectedFen : null, costFen: cost ? line.costFen : null })),
    signatures: signatures.map(({ step, at, personName }) => ({ step, at: at.toISOString(), personName })), next: nextStep(scrap.status),
    request: await requestFor(reading, scrap, signatures.map(({ personId }) => personId)),
  }
}

/** What of it waits for this very person. */
async function requestFor({ tx, by }: Reading, scrap: data.ScrapData, signers: readonly string[]): Promise<AnswerOf<typeof seeRoute>['request']> {
  const step = nextStep(scrap.status)
  if (step === null && whyNotReverse(scrap.status) !== null) return null
  const kind = step === null ? 'scrap-reversal' : kindOfStep[step]
  if (!may(by, scrapRequests[kind].right.permission) || (step !== null && whyNotSign({ ...scrap, step, signers, by: by.personId }) !== null)) return null
  const request = await standingRequest(tx, by.storeId, kind, scrap.id)
  return request === null || request.state !== 'asked' || request.personId === by.personId ? null : { id: request.id, version: request.version, reversal: step === null }
}

/** Photos of the goods come while nobody has signed for the last time. */
export const photosOfScrap: PhotoSubject = async (tx, storeId, scrapId) => {
  const scrap = await data.findScrap(tx, storeId, scrapId)
  return scrap === null ? null : nextStep(scrap.status) !== null || scrap.status === 'sent-back' ? 'open' : 'closed'
}

import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import type { Language, Texts } from '../../../kernel/texts.ts'
import { addDays, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import type { Cell } from '../../../platform/sheets/cells.ts'
import { listFile, sheetMoment, sheetYuan as yuan } from '../../../platform/sheets/list-file.ts'
import { standingRequest } from '../../approvals/public.ts'
import type { PhotoSubject } from '../../photos/public.ts'
import type * as routes from '../contract.ts'
import * as data from '../data/claims.ts'
import { nextStep, takesReceipts, whyNotSign } from '../domain/claim.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { expenseRequests, kindOfStep, lacksReceipt } from './claims.ts'
import { whose } from './ious.ts'
import { ruleOf } from './rule.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const rowOf = ({ id, number, status, personName, kind, amountFen, spentOn, purpose, askedAt, iouNumber, advanceFen, paidFen, version }: data.ClaimData): routes.ClaimRow =>
  ({ id, number, status, personName, kind, amountFen, spentOn, purpose, askedAt: askedAt.toISOString(), iouNumber, advanceFen, paidFen, version })

type Filter = { readonly group: data.ClaimFilter['group']; readonly kind?: string | undefined; readonly find: string; readonly from?: string | undefined; readonly until?: string | undefined }

const claimsOf = (reading: Reading, { group, kind, find, from, until }: Filter, after: string | null, limit: number): Promise<data.ClaimData[]> => {
  const { tx, by } = reading
  return data.listClaims(tx, by.storeId, {
    group, personId: whose(reading), kind: kind ?? null, find, from: from === undefined ? null : startOfDay(from, by.timeZone), until: until === undefined ? null : startOfDay(addDays(until, 1), by.timeZone), after, limit,
  })
}

export async function listClaims(reading: Reading, { query }: InputOf<typeof routes.listClaims>): Promise<AnswerOf<typeof routes.listClaims>> {
  const listed = await claimsOf(reading, query, query.after ?? null, query.limit + 1)
  const rows = listed.slice(0, query.limit).map(rowOf)
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

export async function seeClaim(reading: Reading, claimId: string): Promise<AnswerOf<typeof routes.seeClaim>> {
  const { tx, by } = reading
  const claim = await data.findClaim(tx, by.storeId, claimId)
  const own = whose(reading)
  const seen = found(claim !== null && (own === null || claim.personId === own || mayDecide(reading)) ? claim : null, 'expense claim')
  const { signedByName, approvedByName, settledByName, iouId, words } = seen
  return {
    ...rowOf(seen), signedAt: iso(seen.signedAt), signedByName, approvedAt: iso(seen.approvedAt), approvedByName, settledAt: iso(seen.settledAt), settledByName, iouId, words, own: seen.personId === by.personId, receiptMissing: await lacksReceipt(reading, (await ruleOf(reading)).kinds, seen), next: nextStep(seen.status),
    request: await requestFor(reading, seen),
  }
}

const mayDecide = ({ by }: Reading): boolean => Object.values(expenseRequests).some(({ right }) => may(by, right.permission))

/** What of it waits for this very person. */
async function requestFor({ tx, by }: Reading, claim: data.ClaimData): Promise<AnswerOf<typeof routes.seeClaim>['request']> {
  const step = nextStep(claim.status)
  if (step === null || !may(by, expenseRequests[kindOfStep[step]].right.permission) || whyNotSign({ ...claim, step, by: by.personId }) !== null) return null
  const request = await standingRequest(tx, by.storeId, kindOfStep[step], claim.id)
  return request === null || request.state !== 'asked' ? null : { id: request.id, version: request.version }
}

const mostRows = 5_000
const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en }

/** The list as a workbook, by the same filters. */
export async function claimsFile(reading: Reading, { language, ...filter }: Filter & { readonly language: Language }): Promise<OutgoingFile> {
  const { by } = reading
  const t = (key: keyof typeof zh): string => texts[language][key] ?? key
  const { kinds } = await ruleOf(reading)
  const kindName = (code: string): string => { const kind = kinds.find((one) => one.code === code); return kind === undefined ? code : language === 'en' ? kind.en : kind.zh }
  const moment = (at: Date | null): string => sheetMoment(by, at)
  const rows = (await claimsOf(reading, filter, null, mostRows)).map((claim): Cell[] => [
    claim.number, t(`expenses.status.${claim.status}`), claim.personName, kindName(claim.kind), claim.spentOn, claim.purpose, yuan(claim.amountFen), claim.iouNumber ?? '', yuan(claim.advanceFen), yuan(claim.paidFen),
    moment(claim.askedAt), claim.signedByName ?? '', claim.approvedByName ?? '', claim.settledByName ?? '',
  ])
  const head = [t('expenses.number'), t('expenses.state'), t('expenses.person'), t('expenses.kind'), t('expenses.spent-on'), t('expenses.purpose'), t('expenses.amount'), t('expenses.iou'), t('expenses.advance'), t('expenses.paid'), t('expenses.asked-at'),
    t('expenses.step.signature'), t('expenses.step.approval'), t('expenses.step.settling')]
  return listFile(reading, { title: t('expenses.title'), head, rows })
}

/** Receipts come until the till has paid, and with what was sent back. */
export const photosOfExpense: PhotoSubject = async (tx, storeId, claimId) => {
  const claim = await data.findClaim(tx, storeId, claimId)
  return claim === null ? null : takesReceipts(claim.status) ? 'open' : 'closed'
}

import { Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { findPatterns } from '../../catalogue/domain/find-text.ts'
import type { listDead as listRoute, seeDeadRule as ruleRoute } from '../contract.ts'
import * as rules from '../data/dead-rule.ts'
import * as data from '../data/figures.ts'
import { findSummed } from '../data/sums.ts'
import { deadBefore, presetRule, whyNotExcept, type DeadRule } from '../domain/dead-stock.ts'
import { markOf, seesCost, textOf, valueHere, withNames } from './figures.ts'

const shownEditions = 20

async function wishOf(reading: Reading, months: number | null): Promise<{ wish: data.DeadWish; classedOn: string | null; today: string }> {
  const { tx, by, now } = reading
  const [rule = presetRule] = await rules.rulesOf(tx, by.storeId, 1)
  const summed = await findSummed(tx, by.storeId)
  const today = localDay(now, by.timeZone)
  const moved = await data.movedSince(tx, by.storeId, summed?.classedAt ?? now)
  const [all, issued] = [moved, moved.filter((part) => part.issued)].map((parts) => parts.map(({ partId }) => partId))
  return { wish: { before: deadBefore(today, rule, months), minimumFen: rule.minimumFen, moved: all ?? [], issued: issued ?? [] }, classedOn: summed?.classedOn ?? null, today }
}

export async function listDead(reading: Reading, { query }: Pick<InputOf<typeof listRoute>, 'query'>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const { wish, classedOn, today } = await wishOf(reading, query.months ?? null)
  const patterns = findPatterns(query.find ?? '')
  const rows = await data.deadParts(tx, by.storeId, wish, { today, patterns, after: markOf(query.after), limit: query.limit + 1 })
  const { parts: allParts, valueFen: allFen } = await data.deadTotal(tx, by.storeId, wish, patterns)
  const all = await valueHere(reading)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const cost = seesCost(reading)
  return {
    rows: (await withNames(reading, page)).map((row) => ({ ...row, valueFen: cost ? row.valueFen : null })), next: rows.length > query.limit && last !== undefined ? textOf({ fen: last.valueFen, partId: last.partId }) : null,
    parts: allParts, valueFen: cost ? allFen : null, share: all === 0 ? null : Math.round((allFen * 10_000) / all), classedOn,
  }
}

export async function deadShare(reading: Reading): Promise<{ parts: number; valueFen: number; ofFen: number }> {
  const { tx, by } = reading
  const { wish } = await wishOf(reading, null)
  return { ...await data.deadTotal(tx, by.storeId, wish), ofFen: await valueHere(reading) }
}

export async function seeDeadRule(reading: Reading): Promise<AnswerOf<typeof ruleRoute>> {
  const { tx, by } = reading
  const history = await rules.rulesOf(tx, by.storeId, shownEditions)
  const { months, minimumFen } = history[0] ?? presetRule
  const exceptions = await withNames(reading, await rules.exceptionsOf(tx, by.storeId))
  return {
    months, minimumFen, version: history[0]?.edition ?? 0, history: history.map((rule) => ({ ...rule, at: rule.at.toISOString() })),
    exceptions: exceptions.map((row) => ({ ...row, at: row.at.toISOString() })),
  }
}

/** The rule before stays readable with its reason. */
export async function keepDeadRule(deed: Deed, { version, reason, ...rule }: DeadRule & { readonly version: number; readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const [before] = await rules.rulesOf(tx, by.storeId, 1)
  refuseStale(before?.edition ?? 0, version)
  const kept = await rules.insertRule(tx, by.storeId, { ...rule, edition: version + 1, reason, at: now, personName: by.name })
  if (kept === 0) refuseStale(version + 1, version)
  deed.record({ subject: 'dead-stock-rule', subjectId: by.storeId, before: before ?? presetRule, after: rule, reason })
  deed.announce({ event: 'dead-stock.rule-kept', subjectId: by.storeId })
  return { version: version + 1 }
}

export async function addException(deed: Deed, { partId, reason }: { readonly partId: string; readonly reason: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const [part] = await withNames(deed, [{ partId }])
  const exception = { id: deed.newId(), partId, reason, at: now, personName: by.name }
  refuseIf(whyNotExcept(await rules.insertException(tx, by.storeId, exception) === 0))
  deed.record({ subject: 'dead-stock-exception', subjectId: exception.id, after: { part: part?.number }, reason })
  deed.announce({ event: 'dead-stock.excepted', subjectId: exception.id })
  return { id: exception.id }
}

export async function endException(deed: Deed, { exceptionId }: { readonly exceptionId: string }): Promise<{ id: string }> {
  const ended = await rules.endException(deed.tx, deed.by.storeId, { id: exceptionId, at: deed.now, byName: deed.by.name })
  refuseIf(ended === 0 ? new Refusal('stock-health.exception-ended') : null)
  deed.record({ subject: 'dead-stock-exception', subjectId: exceptionId, after: { ended: true } })
  deed.announce({ event: 'dead-stock.exception-ended', subjectId: exceptionId })
  return { id: exceptionId }
}

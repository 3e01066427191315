import { may } from '../../../kernel/actor.ts'
import { lineAmount } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { knownPeriods } from '../../parts-orders/domain/reorder.ts'
import { latestCosts } from '../../stock/public.ts'
import { factsOf, takeTime, type FactData } from '../data/facts.ts'
import { copyLines, insertLines, type NewLine } from '../data/lines.ts'
import * as data from '../data/plans.ts'
import { monthAfter, monthOf, whyNotCorrect, whyNotKind, whyNotPlanMonth, whyNotPropose, type PlanKind } from '../domain/plan.ts'
import { proposalOf } from '../domain/proposal.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { lockSeen, type Seen } from './plan-deed.ts'

/** Lines written in one statement: none takes longer than a moment, whatever the size of the catalogue. */
const batch = 5_000

type Made = { readonly id: string; readonly number: string; readonly lines: number; readonly version: number }

/** From demand, stock, open orders and the last plan (PPL-1.3). The desk's begins empty: nobody but the desk knows what it wants. */
export async function proposePlan(deed: Deed, { month, kind }: { readonly month: string; readonly kind: PlanKind }): Promise<Made> {
  const { tx, by, now } = deed
  refuseIf(whyNotKind(kind, may(by, partsPlanPermissions.planStock.permission)))
  refuseIf(whyNotPlanMonth(month, localDay(now, by.timeZone)))
  const editions = await data.lockMonth(tx, by.storeId, month, kind)
  refuseIf(whyNotPropose(editions.find(({ status }) => status === 'draft' || status === 'submitted' || status === 'approved') ?? null))
  await takeTime(tx)
  const last = await data.lastPlan(tx, by.storeId, month, kind)
  const lines = kind === 'desk' ? [] : await proposedLines(deed, { kind, last, partIds: null })
  const plan = { id: deed.newId(), number: await nextNumber(deed, 'MP'), month, kind, edition: (editions[0]?.edition ?? 0) + 1, lastPlanId: last?.id ?? null, reason: '', proposedAt: now, proposedBy: by.personId, proposedByName: by.name }
  await data.insertPlan(tx, by.storeId, plan)
  for (let from = 0; from < lines.length; from += batch) await insertLines(tx, by.storeId, plan.id, lines.slice(from, from + batch))
  const plannedFen = lines.reduce((sum, line) => sum + line.plannedFen, 0)
  await data.addToPlan(tx, by.storeId, plan.id, { lines: lines.length, proposedFen: plannedFen, plannedFen })
  deed.record({ subject: 'parts-plan', subjectId: plan.id, after: { number: plan.number, month, kind, edition: plan.edition, lines: lines.length, plannedFen } })
  deed.announce({ event: 'parts-plan.proposed', subjectId: plan.id, facts: { number: plan.number } })
  return { id: plan.id, number: plan.number, lines: lines.length, version: 1 }
}

/** An approved plan stands; its correction is a new edition that is approved in its turn, and takes its place then. */
export async function correctPlan(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<Omit<Made, 'lines'>> {
  const { tx, by, now } = deed
  const before = await lockSeen(deed, seen)
  refuseIf(whyNotKind(before.kind, may(by, partsPlanPermissions.planStock.permission)))
  refuseIf(whyNotCorrect(before))
  refuseIf(whyNotPlanMonth(before.month, localDay(now, by.timeZone)))
  const editions = await data.lockMonth(tx, by.storeId, before.month, before.kind)
  refuseIf(whyNotPropose(editions.find(({ status }) => status === 'draft' || status === 'submitted') ?? null))
  const plan = { id: deed.newId(), number: await nextNumber(deed, 'MP'), month: before.month, kind: before.kind, edition: (editions[0]?.edition ?? 0) + 1, lastPlanId: before.lastPlanId, reason, proposedAt: now, proposedBy: by.personId, proposedByName: by.name }
  await data.insertPlan(tx, by.storeId, plan)
  await takeTime(tx)
  await copyLines(tx, by.storeId, before.id, plan.id)
  await data.addToPlan(tx, by.storeId, plan.id, { lines: before.lines, proposedFen: before.proposedFen, plannedFen: before.plannedFen })
  deed.record({ subject: 'parts-plan', subjectId: plan.id, after: { number: plan.number, corrects: before.number, edition: plan.edition }, reason })
  deed.announce({ event: 'parts-plan.corrected', subjectId: plan.id, facts: { number: plan.number } })
  return { id: plan.id, number: plan.number, version: 1 }
}

/** A part that somebody adds, with what is known of it. */
export async function addedLine(deed: Deed, plan: Pick<data.PlanData, 'kind' | 'month'>, wish: { readonly partId: string; readonly planned: number; readonly reason: string }): Promise<NewLine> {
  const { by } = deed
  const [line] = await proposedLines(deed, { kind: plan.kind, last: await data.lastPlan(deed.tx, by.storeId, plan.month, plan.kind), partIds: [wish.partId] })
  refuseIf(line === undefined ? new Refusal('parts-plan.not-bought') : null)
  const known = found(line, 'part')
  // Nobody proposed it: what it would have been stands in its demand and stock.
  return { ...known, method: '', proposedThousandths: 0, plannedThousandths: wish.planned, plannedFen: lineAmount(known.unitCostFen, wish.planned), reason: wish.reason, changedBy: by.personId, changedByName: by.name }
}

type Wish = { readonly kind: PlanKind; readonly last: { readonly id: string; readonly month: string } | null; readonly partIds: readonly string[] | null }

async function proposedLines({ tx, by, now }: Deed, { kind, last, partIds }: Wish): Promise<NewLine[]> {
  const span = last === null ? null : { id: last.id, from: startOfDay(`${last.month}-01`, by.timeZone), until: startOfDay(`${monthAfter(last.month)}-01`, by.timeZone) }
  const facts = await factsOf(tx, by.storeId, { kind, now, last: span, partIds })
  const costs = await costsOf(tx, by.storeId, facts)
  const periods = knownPeriods(facts.map(({ demand }) => demand))
  // What the plan of a month that is over did not order is not coming any more.
  const runs = last !== null && last.month >= monthOf(localDay(now, by.timeZone))
  return facts.map((part) => {
    const { demand, onHand, reserved, onOrder, packThousandths: pack } = part
    const pending = runs ? Math.max(0, (part.lastThousandths ?? 0) - part.lastOrdered) : 0
    const { method, level, proposed } = proposalOf({ demand: demand.slice(-periods), onHand, reserved, onOrder, pending, pack })
    const unitCostFen = part.unitCostFen ?? costs.get(part.partId) ?? 0
    return {
      partId: part.partId, partNumber: part.partNumber, nameZh: part.nameZh, nameEn: part.nameEn, unit: part.unit, packThousandths: pack, valueClass: part.valueClass, demand,
      jobsThousandths: part.jobs, counterThousandths: part.counter, lostThousandths: part.lost, lostOtherThousandths: part.lostOther, emergencyThousandths: part.emergency,
      onHandThousandths: onHand, reservedThousandths: reserved, onOrderThousandths: onOrder, pendingThousandths: pending, lastThousandths: part.lastThousandths, method, levelThousandths: level,
      proposedThousandths: proposed, plannedThousandths: proposed, unitCostFen, plannedFen: lineAmount(unitCostFen, proposed), reason: '', changedBy: null, changedByName: null,
    }
  })
}

/** Where nothing lies here and nothing was ordered, the latest lot says what a unit costs. */
async function costsOf(tx: Deed['tx'], storeId: string, facts: readonly FactData[]): Promise<Map<string, number>> {
  const unknown = facts.flatMap(({ partId, unitCostFen }) => (unitCostFen === null ? [partId] : []))
  return new Map((await latestCosts(tx, storeId, unknown)).map(({ partId, received, cost }) => [partId, Math.round((cost * 1_000) / received)]))
}

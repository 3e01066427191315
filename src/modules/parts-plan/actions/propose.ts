import { may } from '../../../kernel/actor.ts'
import { lineAmount } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { keptActor } from '../../../platform/long-work.ts'
import { lastPaidCosts } from '../../stock/public.ts'
import { countMattering, factsOf, firstDemand, nextMattering, periodDays, periods, type FactData } from '../data/facts.ts'
import { copyLines, insertLines, type NewLine } from '../data/lines.ts'
import * as data from '../data/plans.ts'
import { monthAfter, monthOf, whyNotCorrect, whyNotKind, whyNotPlanMonth, whyNotPropose, type PlanKind, type PlanStatus } from '../domain/plan.ts'
import { proposalOf } from '../domain/proposal.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { lockSeen, type Seen } from './plan-deed.ts'

type Made = { readonly id: string; readonly number: string; readonly lines: number; readonly version: number }

/** From demand, stock, open orders and the last plan (PPL-1.3). The desk's begins empty: nobody but the desk knows what it wants. */
export async function proposePlan(deed: Deed, { month, kind }: { readonly month: string; readonly kind: PlanKind }): Promise<Made> {
  const { tx, by, now } = deed
  refuseIf(whyNotKind(kind, may(by, partsPlanPermissions.planStock.permission)))
  refuseIf(whyNotPlanMonth(month, localDay(now, by.timeZone)))
  const editions = await data.lockMonth(tx, by.storeId, month, kind)
  refuseIf(whyNotPropose(editions.find(({ status }) => isOpen(status) || status === 'approved') ?? null))
  const last = await data.lastPlan(tx, by.storeId, month, kind)
  const whole = kind === 'desk' ? 0 : await countMattering(tx, by.storeId, { now, lastId: last?.id ?? null })
  const made = await begin(deed, { month, kind, edition: (editions[0]?.edition ?? 0) + 1, lastPlanId: last?.id ?? null, reason: '', whole, periods: await periodsKnown(deed), copies: null })
  deed.record({ subject: 'parts-plan', subjectId: made.id, after: { number: made.number, month, kind, parts: whole, lines: made.lines } })
  deed.announce({ event: 'parts-plan.proposed', subjectId: made.id, facts: { number: made.number } })
  return made
}

/** An approved plan stands; its correction is a new edition that is approved in its turn, and takes its place then. */
export async function correctPlan(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<Omit<Made, 'lines'>> {
  const { tx, by, now } = deed
  const before = await lockSeen(deed, seen)
  refuseIf(whyNotKind(before.kind, may(by, partsPlanPermissions.planStock.permission)))
  refuseIf(whyNotCorrect(before))
  refuseIf(whyNotPlanMonth(before.month, localDay(now, by.timeZone)))
  const editions = await data.lockMonth(tx, by.storeId, before.month, before.kind)
  refuseIf(whyNotPropose(editions.find(({ status }) => isOpen(status)) ?? null))
  const { id, number, version } = await begin(deed, {
    month: before.month, kind: before.kind, edition: (editions[0]?.edition ?? 0) + 1, lastPlanId: before.lastPlanId, reason, whole: before.lines, periods: 0, copies: before.id,
  })
  deed.record({ subject: 'parts-plan', subjectId: id, after: { number, corrects: before.number, edition: (editions[0]?.edition ?? 0) + 1 }, reason })
  deed.announce({ event: 'parts-plan.corrected', subjectId: id, facts: { number } })
  return { id, number, version }
}

const isOpen = (status: PlanStatus): boolean => status === 'proposing' || status === 'draft' || status === 'submitted'

type Begun = Pick<data.PlanData, 'month' | 'kind' | 'edition' | 'lastPlanId' | 'reason'> & Pick<data.Proposing, 'whole' | 'periods' | 'copies'>

/** The first lines are written in the deed's own transaction, in most stores all of them; what is left follows in steps (plan-work.ts). */
async function begin(deed: Deed, { whole, periods, copies, ...plan }: Begun): Promise<Made> {
  const { tx, by, now } = deed
  const [id, number] = [deed.newId(), await nextNumber(deed, 'MP')]
  await data.insertPlan(tx, by.storeId, { ...plan, id, number, proposedAt: now, proposedBy: by.personId, proposedByName: by.name, proposing: { by: keptActor(by), after: null, done: 0, whole, periods, copies } })
  if (!await writeNext(deed, id)) deed.announce({ event: 'parts-plan.proposing', subjectId: id })
  return { id, number, lines: found(await data.findPlan(tx, by.storeId, id), 'monthly plan').lines, version: 1 }
}

/** Parts looked at in one step: a few hundred milliseconds, whatever the size of the catalogue. */
const atOnce = 2_000

/** The lines of the next parts, in the order of their ids; true when there are no more, and the plan is a draft. */
export async function writeNext(deed: Deed, planId: string): Promise<boolean> {
  const { tx, by } = deed
  const plan = found(await data.lockPlan(tx, by.storeId, planId), 'monthly plan')
  const { proposing } = plan
  if (proposing === null) return true
  const sums = await (proposing.copies === null ? proposeNext(deed, plan, proposing) : copyLines(tx, by.storeId, { fromPlan: proposing.copies, toPlan: planId, after: proposing.after, most: atOnce }))
  await data.addToPlan(tx, by.storeId, planId, sums)
  const ended = sums.parts < atOnce
  if (ended) await data.setDraft(tx, by.storeId, planId)
  else await data.setProposing(tx, by.storeId, planId, { ...proposing, after: sums.last, done: proposing.done + sums.parts })
  return ended
}

type Sums = { readonly parts: number; readonly last: string | null; readonly lines: number; readonly proposedFen: number; readonly plannedFen: number }

async function proposeNext(deed: Deed, plan: data.PlanData, { after, periods }: data.Proposing): Promise<Sums> {
  const { tx, by } = deed
  if (plan.kind === 'desk') return { parts: 0, last: null, lines: 0, proposedFen: 0, plannedFen: 0 }
  const last = await data.lastPlan(tx, by.storeId, plan.month, plan.kind)
  const partIds = await nextMattering(tx, by.storeId, { now: plan.proposedAt, lastId: last?.id ?? null, after, most: atOnce })
  const lines = await proposedLines({ tx, by, now: plan.proposedAt }, { kind: plan.kind, last, partIds, chosen: false, periods })
  await insertLines(tx, by.storeId, plan.id, lines)
  const plannedFen = lines.reduce((sum, line) => sum + line.plannedFen, 0)
  return { parts: partIds.length, last: partIds.at(-1) ?? null, lines: lines.length, proposedFen: plannedFen, plannedFen }
}

/** How many periods of thirty days back this store knows of demand: those before its first one are not zero, they are not there. */
async function periodsKnown({ tx, by, now }: Reading): Promise<number> {
  const first = await firstDemand(tx, by.storeId, now)
  return first === null ? 1 : Math.min(periods, Math.floor((now.getTime() - first.getTime()) / (periodDays * 86_400_000)) + 1)
}

/** A part that somebody adds, with what is known of it. */
export async function addedLine(deed: Deed, plan: Pick<data.PlanData, 'kind' | 'month'>, wish: { readonly partId: string; readonly planned: number; readonly reason: string }): Promise<NewLine> {
  const { by } = deed
  const [line] = await proposedLines(deed, { kind: plan.kind, last: await data.lastPlan(deed.tx, by.storeId, plan.month, plan.kind), partIds: [wish.partId], chosen: true, periods: await periodsKnown(deed) })
  refuseIf(line === undefined ? new Refusal('parts-plan.not-bought') : null)
  const known = found(line, 'part')
  // Nobody proposed it: what it would have been stands in its demand and stock.
  return { ...known, method: '', proposedThousandths: 0, plannedThousandths: wish.planned, plannedFen: lineAmount(known.unitCostFen, wish.planned), reason: wish.reason, changedBy: by.personId, changedByName: by.name }
}

type Wish = { readonly kind: PlanKind; readonly last: { readonly id: string; readonly month: string } | null; readonly partIds: readonly string[]; /** By hand: whatever it is. */ readonly chosen: boolean; readonly periods: number }

async function proposedLines({ tx, by, now }: Reading, { kind, last, partIds, chosen, periods: known }: Wish): Promise<NewLine[]> {
  const span = last === null ? null : { id: last.id, from: startOfDay(`${last.month}-01`, by.timeZone), until: startOfDay(`${monthAfter(last.month)}-01`, by.timeZone) }
  const facts = await factsOf(tx, by.storeId, { kind, now, last: span, partIds, chosen })
  const costs = await costsOf(tx, by.storeId, facts)
  // What the plan of a month that is over did not order is not coming any more.
  const runs = last !== null && last.month >= monthOf(localDay(now, by.timeZone))
  return facts.map((part) => {
    const { demand, onHand, reserved, onOrder, packThousandths: pack } = part
    const pending = runs ? Math.max(0, (part.lastThousandths ?? 0) - part.lastOrdered) : 0
    const { method, level, proposed } = proposalOf({ demand: demand.slice(-known), onHand, reserved, onOrder, pending, pack })
    const unitCostFen = part.unitCostFen ?? costs.get(part.partId) ?? 0
    return {
      partId: part.partId, partNumber: part.partNumber, nameZh: part.nameZh, nameEn: part.nameEn, unit: part.unit, packThousandths: pack, valueClass: part.valueClass, demand,
      jobsThousandths: part.jobs, counterThousandths: part.counter, lostThousandths: part.lost, lostOtherThousandths: part.lostOther, emergencyThousandths: part.emergency,
      onHandThousandths: onHand, reservedThousandths: reserved, onOrderThousandths: onOrder, pendingThousandths: pending, lastThousandths: part.lastThousandths, method, levelThousandths: level,
      proposedThousandths: proposed, plannedThousandths: proposed, unitCostFen, plannedFen: lineAmount(unitCostFen, proposed), reason: '', changedBy: null, changedByName: null,
    }
  })
}

/** Where nothing lies here and nothing was ordered, what was last paid says what a unit costs. */
const costsOf = (tx: Deed['tx'], storeId: string, facts: readonly FactData[]): Promise<ReadonlyMap<string, number>> => lastPaidCosts(tx, storeId, facts.flatMap(({ partId, unitCostFen }) => (unitCostFen === null ? [partId] : [])))

import { found } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type * as routes from '../contract.ts'
import { drawnOf, listLines, sumsOf } from '../data/lines.ts'
import * as data from '../data/plans.ts'
import { markOf, textOf } from '../domain/lines.ts'
import { dueOf, isLate, monthOf } from '../domain/plan.ts'
import { isOwn } from './decide.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function headOf(plan: data.PlanData, today: string) {
  const { lastPlanId: _, proposedBy: _p, submittedBy: _s, proposing: _w, ...head } = plan
  return { ...head, proposedAt: plan.proposedAt.toISOString(), submittedAt: iso(plan.submittedAt), approvedAt: iso(plan.approvedAt), uploadedAt: iso(plan.uploadedAt), dueOn: dueOf(plan.kind, plan.month), late: isLate(plan, today) }
}

export async function listPlans({ tx, by, now }: Reading, { query }: InputOf<typeof routes.listPlans>): Promise<AnswerOf<typeof routes.listPlans>> {
  const today = localDay(now, by.timeZone)
  const plans = await data.listPlans(tx, by.storeId, query.after ?? null, query.limit + 1)
  const rows = plans.slice(0, query.limit).map((plan) => headOf(plan, today))
  return { rows, next: plans.length > query.limit ? rows.at(-1)?.id ?? null : null, thisMonth: monthOf(today) }
}

export async function seePlan(reading: Reading, planId: string): Promise<AnswerOf<typeof routes.seePlan>> {
  const { tx, by, now } = reading
  const plan = found(await data.findPlan(tx, by.storeId, planId), 'monthly plan')
  const { planned, changed, emergency, ...against } = await sumsOf(tx, by.storeId, planId)
  const last = plan.lastPlanId === null ? null : await data.findPlan(tx, by.storeId, plan.lastPlanId)
  return { ...headOf(plan, localDay(now, by.timeZone)), proposing: plan.proposing === null ? null : { done: plan.proposing.done, whole: plan.proposing.whole }, planned, changed, emergency, last: last === null ? null : { id: last.id, number: last.number, month: last.month, ...against }, own: await isOwn(reading, plan) }
}

export async function listPlanLines({ tx, by }: Reading, { params, query }: InputOf<typeof routes.listPlanLines>): Promise<AnswerOf<typeof routes.listPlanLines>> {
  const plan = found(await data.findPlan(tx, by.storeId, params.planId), 'monthly plan')
  const lines = await listLines(tx, by.storeId, { planId: plan.id, filter: query.show, sort: query.sort, find: query.find ?? '', after: markOf(query.after), limit: query.limit + 1 })
  const page = lines.slice(0, query.limit)
  const drawn = new Map((await drawnOf(tx, by.storeId, plan, page.map(({ partId }) => partId))).map(({ partId, thousandths }) => [partId, thousandths]))
  const last = page.at(-1)
  return {
    rows: page.map(({ amount: _, ...line }) => ({ ...line, drawnThousandths: drawn.get(line.partId) ?? 0 })),
    next: lines.length > query.limit && last !== undefined ? textOf(last) : null,
  }
}

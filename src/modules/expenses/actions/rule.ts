import { refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import type * as routes from '../contract.ts'
import * as data from '../data/rule.ts'
import { presetRule, whyNotKeep, type ExpenseRule } from '../domain/rule.ts'

const shownEditions = 20

export async function ruleOf({ tx, by }: Reading): Promise<ExpenseRule> {
  return (await data.rulesOf(tx, by.storeId, 1))[0] ?? presetRule
}

export async function seeRule({ tx, by }: Reading): Promise<AnswerOf<typeof routes.seeRule>> {
  const history = await data.rulesOf(tx, by.storeId, shownEditions)
  const { mostOpen, kinds } = history[0] ?? presetRule
  return { mostOpen, kinds: [...kinds], version: history[0]?.edition ?? 0, history: history.map(({ edition, mostOpen: most, reason, at, personName }) => ({ edition, mostOpen: most, reason, at: at.toISOString(), personName })) }
}

/** The rule before stays readable with its reason. */
export async function keepRule(deed: Deed, { version, reason, ...rule }: ExpenseRule & { readonly version: number; readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const [before] = await data.rulesOf(tx, by.storeId, 1)
  refuseStale(before?.edition ?? 0, version)
  refuseIf(whyNotKeep((before ?? presetRule).kinds, rule.kinds))
  const kept = await data.insertRule(tx, by.storeId, { ...rule, edition: version + 1, reason, at: now, personName: by.name })
  if (kept === 0) refuseStale(version + 1, version)
  deed.record({ subject: 'expense-rule', subjectId: by.storeId, before: before ?? presetRule, after: rule, reason })
  deed.announce({ event: 'expense.rule-kept', subjectId: by.storeId })
  return { version: version + 1 }
}

/** Who works in the store today, with his positions: of two who share a name the cashier must know which one gets the cash. */
export async function listPeople({ tx, by, now }: Reading): Promise<AnswerOf<typeof routes.listPeople>> {
  const held = [...await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)].flatMap(([position, people]) => people.map((person) => ({ ...person, position })))
  const each = [...Map.groupBy(held, ({ id }) => id).values()].flatMap((posts) => (posts[0] === undefined ? [] : [{ id: posts[0].id, name: posts[0].name, positions: posts.map(({ position }) => position) }]))
  return { rows: each.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')) }
}

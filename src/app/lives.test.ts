import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Life } from '../kernel/life.ts'
import { complaintLife } from '../modules/care/domain/complaint.ts'
import { slipLife } from '../modules/counter/domain/slip.ts'
import { countLife } from '../modules/counts/domain/life.ts'
import { claimLife as expenseLife } from '../modules/expenses/domain/claim.ts'
import { meetingLife } from '../modules/meetings/domain/meeting.ts'
import { orderLife } from '../modules/parts-orders/domain/order.ts'
import { planLife } from '../modules/parts-plan/domain/plan.ts'
import { listLife } from '../modules/prices/domain/list.ts'
import { requestLife } from '../modules/purchasing/domain/request.ts'
import { faultLife } from '../modules/receiving/domain/fault.ts'
import { receiptLife } from '../modules/receiving/domain/receipt.ts'
import { addedWorkLife } from '../modules/repair-orders/domain/added-work.ts'
import { life as visitLife } from '../modules/repair-orders/domain/life.ts'
import { scrapLife } from '../modules/stock-health/domain/scrap.ts'
import { claimLife as qualityClaimLife } from '../modules/supplier-returns/domain/claim.ts'
import { returnLife } from '../modules/supplier-returns/domain/return.ts'
import { statementLife } from '../modules/suppliers/domain/statement.ts'
import { taskLife } from '../modules/tasks/domain/task.ts'
import { transferLife } from '../modules/transfers/domain/transfer.ts'
import { jobLife } from '../modules/workshop/domain/jobs.ts'
import { testDatabase, type TestDatabase } from '../platform/testing/test-database.ts'

/** A table of states and its law: where a thing begins, and for what matters, all that must have been before it, in this order. */
type Law = { readonly life: Life<string>; readonly begins: readonly string[]; readonly before: Readonly<Record<string, readonly string[]>>; /** Where a thing may rest although it can go on. */ readonly rests?: readonly string[] }
const law = <Status extends string>(life: Life<Status>, begins: readonly Status[], before: Readonly<Partial<Record<Status, readonly Status[]>>>, rests: readonly Status[] = []): Law =>
  ({ life, begins, before: before as Law['before'], rests })

const laws: Readonly<Record<string, Law>> = {
  'care/complaint complaintLife': law(complaintLife, ['open'], { closed: ['answered'] }),
  'counter/slip slipLife': law(slipLife, ['open'], { handed: ['issued'], closed: ['issued'] }),
  'counts/life countLife': law(countLife, ['planned'], { adjusted: ['counting', 'explaining', 'explained', 'approved'], reversed: ['counting'] }),
  'expenses/claim claimLife': law(expenseLife, ['asked'], { approved: ['signed'], settled: ['signed', 'approved'], reversed: ['settled'] }),
  'meetings/meeting meetingLife': law(meetingLife, ['called'], { issued: ['held'] }),
  'parts-orders/order orderLife': law(orderLife, ['draft'], { confirmed: ['submitted'], closed: ['submitted'] }),
  'parts-plan/plan planLife': law(planLife, ['proposing'], { approved: ['draft', 'submitted'], superseded: ['approved'] }),
  'prices/list listLife': law(listLife, ['reading'], { approved: ['draft', 'asked', 'taking'], withdrawn: ['asked', 'taking'], reversed: ['approved'] }),
  'purchasing/request requestLife': law(requestLife, ['asked'], {}),
  'receiving/fault faultLife': law(faultLife, ['open'], {}),
  'receiving/receipt receiptLife': law(receiptLife, ['counting'], { reversed: ['posted'] }),
  'repair-orders/added-work addedWorkLife': law(addedWorkLife, ['found'], { agreed: ['priced'], refused: ['priced'] }),
  'repair-orders/life life': law(visitLife, ['quoted', 'arrived'], { in_work: ['arrived', 'received', 'estimated', 'authorised'], settled: ['authorised', 'in_inspection', 'ready'], delivered: ['in_inspection', 'ready', 'settled'] }),
  'stock-health/scrap scrapLife': law(scrapLife, ['asked'], { approved: ['checked'], scrapped: ['checked', 'approved'], reversed: ['scrapped'] }),
  'supplier-returns/claim claimLife': law(qualityClaimLife, ['open'], {}),
  'supplier-returns/return returnLife': law(returnLife, ['asked'], { sent: ['agreed'], credited: ['agreed', 'sent'], reversed: ['agreed', 'sent'] }),
  'suppliers/statement statementLife': law(statementLife, ['open'], { signed: ['closed', 'asked'], paid: ['closed', 'asked', 'signed'] }),
  'tasks/task taskLife': law(taskLife, ['open'], { checked: ['done'] }),
  'transfers/transfer transferLife': law(transferLife, ['asked'], { shipped: ['agreed'], closed: ['agreed', 'shipped'], withdrawn: ['agreed'] }, ['closed']),
  'workshop/jobs jobLife': law(jobLife, ['dispatched'], { finished: ['running'], paused: ['running'] }, ['finished', 'stopped']),
}

let base: TestDatabase
beforeAll(async () => { base = await testDatabase() })
afterAll(() => base.drop())

test('every table of states of the product has its law here', () => {
  const modules = path.join(import.meta.dirname, '../modules')
  const written = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) => /^[\w-]+\/domain\/[\w-]+\.ts$/.test(file)).flatMap((file) =>
    [...readFileSync(path.join(modules, file), 'utf8').matchAll(/export const (\w+): Life</g)].map(([, name]) => `${file.replace('/domain/', '/').replace('.ts', '')} ${String(name)}`))
  expect(written.toSorted()).toEqual(Object.keys(laws).toSorted())
})

/** A way that chance takes through the table. */
function walk({ life, begins }: Law, choices: readonly number[]): string[] {
  const way = [begins[(choices[0] ?? 0) % begins.length] ?? '']
  for (const choice of choices.slice(1)) {
    const next = life[way.at(-1) ?? ''] ?? []
    if (next.length === 0) break
    way.push(next[choice % next.length] ?? '')
  }
  return way
}

const inOrder = (way: readonly string[], wanted: readonly string[]): boolean => {
  let found = 0
  for (const status of way) if (status === wanted[found]) found += 1
  return found === wanted.length
}

/** All that can come after these, themselves included. */
function reachable(life: Life<string>, from: readonly string[]): Set<string> {
  const seen = new Set(from)
  for (const status of seen) for (const next of life[status] ?? []) seen.add(next)
  return seen
}

test.each(Object.entries(laws))('%s: whatever way is taken, what matters has all before it, and a way to an end is left', (_, each) => {
  const ends = [...Object.entries(each.life).filter(([, next]) => next.length === 0).map(([status]) => status), ...each.rests ?? []]
  expect(ends).not.toEqual([])
  fc.assert(fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 40 }), (choices) => {
    const way = walk(each, choices)
    const after = reachable(each.life, way.slice(-1))
    expect(ends.some((end) => after.has(end))).toBe(true)
    for (const [index, status] of way.entries()) expect([status, inOrder(way.slice(0, index), each.before[status] ?? [])]).toEqual([status, true])
  }))
})

test.each(Object.entries(laws))('%s: every state is reached, and the database knows these and no others', async (name, { life, begins }) => {
  expect([...reachable(life, begins)].toSorted()).toEqual(Object.keys(life).toSorted())
  const schema = (name.split('/')[0] ?? '').replaceAll('-', '_')
  const { rows } = await base.owner.query<{ definition: string }>(`
    select pg_get_constraintdef(k.oid) as definition from pg_constraint k join pg_namespace n on n.oid = k.connamespace where n.nspname = $1 and k.contype = 'c'`, [schema])
  const checked = rows.map(({ definition }) => /^CHECK \(\(+status = ANY \(ARRAY\[([^\]]*)\]\)+$/.exec(definition)?.[1]).filter((list) => list !== undefined)
  expect(checked.map((list) => [...list.matchAll(/'([^']+)'/g)].map(([, status]) => String(status)).toSorted())).toContainEqual(Object.keys(life).toSorted())
})

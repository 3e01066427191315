import { addDays } from '../../src/kernel/time.ts'
import * as said from './boards.ts'
import { differences } from './differences.ts'
import type { House } from './house.ts'
import { at } from './live.ts'
import * as counted from './recount.ts'
import type { Numbers, Period } from './recount.ts'

export type Compared = { readonly what: string; readonly numbers: number; readonly differing: readonly string[] }
export type Outcome = { readonly compared: readonly Compared[]; readonly personPages: readonly number[]; readonly todayPages: readonly number[] }

/** Whose boards are read, store by store: who sees the house, and all who supervise. */
const houses = [
  { code: 'SH1', manager: 'stm', supervisors: ['gm', 'stm', 'fds', 'wss', 'pts', 'ppl', 'mtl'] },
  { code: 'SH2', manager: 'b-stm', supervisors: ['b-stm', 'b-fds', 'b-wss', 'b-pts'] },
] as const

const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

export function weeksOf(first: string, last: string): Period[] {
  const weeks: Period[] = []
  for (let from = mondayOf(first); from <= last; from = addDays(from, 7)) weeks.push({ from, to: addDays(from, 6) })
  return weeks
}

export function monthsOf(first: string, last: string): Period[] {
  const months: Period[] = []
  for (let from = `${first.slice(0, 7)}-01`; from <= last;) {
    const next = `${addDays(from, 31).slice(0, 7)}-01`
    months.push({ from, to: addDays(next, -1) })
    from = next
  }
  return months
}

/** Every board for each week and month between two days; ends at the tenth difference. */
export async function compareAll(house: House, { from, to }: Period, say: (sentence: string) => void): Promise<Outcome> {
  const [weeks, months] = [weeksOf(from, to), monthsOf(from, to)]
  const compared = new Map<string, { numbers: number; differing: string[] }>()
  const [personPages, todayPages]: [number[], number[]] = [[], []]
  const compare = (what: string, board: Numbers, rows: Numbers): void => {
    const sum = compared.get(what) ?? { numbers: 0, differing: [] }
    const differing = differences(board, rows)
    compared.set(what, { numbers: sum.numbers + new Set([...board.keys(), ...rows.keys()]).size, differing: [...sum.differing, ...differing] })
    for (const difference of differing.slice(0, 10)) say(`DIFFERS ${difference}`)
  }
  const enough = (): boolean => [...compared.values()].reduce((all, { differing }) => all + differing.length, 0) >= 10
  for (const { code, manager, supervisors } of houses) {
    const [{ id: storeId } = { id: '' }] = await house.sql<{ id: string }>('select id from organisation.store where code = $1', [code])
    house.itIs(at(addDays(to, 1), '09:00'))
    for (const by of ['position', 'team', 'person', 'duty', 'week'] as const) compare(`the board by ${by}, each week, each month and the whole`, await said.boards(house, manager, by, [...weeks, ...months, { from, to }]), await counted.boards(house, storeId, by, [...weeks, ...months, { from, to }]))
    for (const month of months) {
      if (enough()) break
      compare('the appraisal sheet (workbook), each month', await said.appraisal(house, manager, month), await counted.appraisal(house, storeId, month))
      compare("each person's page, each month", await said.personPages(house, manager, month, personPages), await counted.personPages(house, storeId, month))
      house.itIs(at(month.to, '23:00'))
      const span = { from: addDays(mondayOf(month.to), -28), to: addDays(mondayOf(month.to), 6) }
      for (const by of ['area', 'checklist'] as const) compare(`the trend by ${by}, five weeks to the end of each month`, await said.trend(house, manager, by, span, 5), await counted.trend(house, storeId, by, span))
    }
    for (const week of weeks) {
      if (enough()) break
      house.itIs(at(addDays(week.to, 1), '09:00'))
      for (const login of supervisors) {
        const board = new Map([...await said.supervision(house, login), ...await said.team(house, login, week)])
        compare('supervision debts and levels, and the week of each manager, each week', board, new Map([...await counted.supervision(house, storeId, login, house.now()), ...await counted.team(house, storeId, login, week)]))
      }
    }
    house.itIs(at(to, '17:00'))
    const people = await house.sql<{ login: string }>(`
      select distinct c.login from duties.instance i join organisation.credential c on c.person_id = i.holder_id where i.store_id = $1`, [storeId])
    for (const { login } of people) todayPages.push((await house.read(login, '/duties/today')).milliseconds)
  }
  return { compared: [...compared].map(([what, { numbers, differing }]) => ({ what, numbers, differing })), personPages, todayPages }
}

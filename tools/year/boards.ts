import { addDays } from '../../src/kernel/time.ts'
import type { AnswerOf } from '../../src/platform/contract.ts'
import { readSheets } from '../../src/platform/sheets/read-sheets.ts'
import type { listBoard, seeBoard, seeManagersWeek, seeSupervision, seeTrend } from '../../src/modules/duties/contract.ts'
import type { House } from './house.ts'
import { put, type By, type Numbers, type Period } from './recount.ts'

// This side of the comparison: what the product says to who asks, under the same names.

export async function boards({ json }: House, login: string, by: By, periods: readonly Period[]): Promise<Numbers> {
  const numbers: Numbers = new Map()
  for (const { from, to } of periods) {
    const { rows } = await json<AnswerOf<typeof seeBoard>>(login, `/duties/board?from=${from}&to=${to}&by=${by}`)
    for (const { key, done, late, missed, excused, byData, overdue, rate } of rows) put(numbers, `${by} ${key} ${from}–${to}`, { done, late, missed, excused, byData, overdue, rate })
  }
  return numbers
}

export async function appraisal({ read }: House, login: string, { from, to }: Period): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const [sheet] = readSheets((await read(login, `/duties/board/file?from=${from}&to=${to}&by=person`)).bytes)
  for (const [name, position, , ...counts] of sheet?.rows.slice(2) ?? []) {
    for (const [index, what] of ['done', 'late', 'missed', 'excused', 'byData', 'overdue'].entries()) {
      const key = `appraisal ${String(name)} ${String(position)} ${from}–${to} · ${what}`
      numbers.set(key, (numbers.get(key) ?? 0) + Number(counts[index]))
    }
  }
  return numbers
}

/** Every page of every person of a month; the milliseconds of each first page go into `times`. */
export async function personPages({ json, read }: House, login: string, { from, to }: Period, times: number[]): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const { rows: people } = await json<AnswerOf<typeof seeBoard>>(login, `/duties/board?from=${from}&to=${to}&by=person`)
  for (const { key } of people) {
    const rows: AnswerOf<typeof listBoard>['rows'] = []
    for (let next: string | null = ''; next !== null;) {
      const { bytes, milliseconds } = await read(login, `/duties/board/duties?from=${from}&to=${to}&by=person&key=${encodeURIComponent(key)}&faults=no&limit=100${next === '' ? '' : `&after=${next}`}`)
      if (next === '') times.push(milliseconds)
      const page = JSON.parse(bytes.toString()) as AnswerOf<typeof listBoard>
      rows.push(...page.rows)
      next = page.next
    }
    for (const [status, those] of Map.groupBy(rows, (row) => row.status)) {
      put(numbers, `page of ${key} ${from}–${to} · ${status}`, { count: those.length, duties: new Set(those.map(({ dutyId }) => dutyId)).size, explained: those.filter(({ explanation }) => explanation !== '').length })
    }
  }
  return numbers
}

export async function trend({ json }: House, login: string, by: 'area' | 'checklist', { from }: Period, count: number): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const { weeks, groups } = await json<AnswerOf<typeof seeTrend>>(login, `/duties/trend?weeks=${String(count)}&by=${by}`)
  const say = (name: string, counted: { passed: number; failed: number }): void => {
    for (const what of ['passed', 'failed'] as const) if (counted[what] > 0) numbers.set(`${from} ${name} · ${what}`, counted[what])
  }
  for (const { code, points, ...group } of groups) {
    say(`trend ${by} ${code}`, group)
    for (const [index, week] of group.weeks.entries()) say(`trend ${by} ${code} ${weeks[index] ?? ''}`, week)
    for (const { checklist, point, ...line } of points) {
      say(`trend ${by} ${code} · ${checklist} · ${point}`, line)
      for (const [index, week] of line.weeks.entries()) say(`trend ${by} ${code} · ${checklist} · ${point} ${weeks[index] ?? ''}`, week)
    }
  }
  return numbers
}

/** At the moment that the house's clock shows. */
export async function supervision({ json, now }: House, login: string): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const rows: AnswerOf<typeof seeSupervision>['rows'] = []
  let debt = 0
  for (const group of ['owed', 'others']) {
    for (let after: string | null = ''; after !== null;) {
      const page: AnswerOf<typeof seeSupervision> = await json(login, `/duties/supervision?group=${group}&limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`)
      rows.push(...page.rows)
      debt = page.debt
      after = page.next
    }
  }
  put(numbers, `supervision ${login} ${now().toISOString()}`, {
    rows: rows.length, debt, levels: rows.reduce((all, { level }) => all + level, 0), acknowledgements: rows.reduce((all, { acknowledgements }) => all + acknowledgements.length, 0),
  })
  return numbers
}

export async function team({ json, now }: House, login: string, { from }: Period): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const { people, done, late, missed, excused, rate, debt, owedInAll } = await json<AnswerOf<typeof seeManagersWeek>>(login, `/duties/week?day=${addDays(from, 2)}`)
  put(numbers, `team of ${login} ${from} in all`, { done, late, missed, excused, rate })
  for (const { key, done: inTime, late: tooLate, missed: never, excused: let_, rate: share } of people) put(numbers, `team of ${login} ${from} ${key}`, { done: inTime, late: tooLate, missed: never, excused: let_, rate: share })
  put(numbers, `week of ${login} ${now().toISOString()}`, { debt, owed: owedInAll })
  return numbers
}

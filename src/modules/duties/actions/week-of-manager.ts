import type { Language } from '../../../kernel/texts.ts'
import { addDays, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { letterhead, printedMoment, printing, type Printing } from '../../../platform/print/printing.ts'
import { findStore, listPositionNames } from '../../organisation/public.ts'
import type { seeManagersWeek as weekRoute } from '../contract.ts'
import { boardOf } from '../data/board.ts'
import { listDuties } from '../data/duties.ts'
import { rateOf } from '../domain/board.ts'
import { lastWeek, mostMisses, mostOwed, mostRecurring, onPaper, weekOf, worstFirst } from '../domain/week.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'
import { scopeOf } from './board.ts'
import { isDebtOf, supervisedBy, watchedOverdue } from './read-duties.ts'

type Week = AnswerOf<typeof weekRoute>

/** STM-4.12, the Tuesday meeting: how last week went with a manager's people, who owes what now, and what he has not followed up. Counted by the board's own queries. */
export async function seeManagersWeek(reading: Reading, wish: { readonly day?: LocalDay | undefined }): Promise<Week> {
  const { tx, by, now } = reading
  const period = wish.day === undefined ? lastWeek(localDay(now, by.timeZone)) : weekOf(wish.day)
  const supervised = await supervisedBy(reading)
  const scope = scopeOf(reading, period, [...supervised.levels.keys()])
  const people = worstFirst(await boardOf(tx, scope, 'person')).map(({ key, name, position, done, late, missed, excused }) => ({ key, name, position, done, late, missed, excused, rate: rateOf({ done, late, missed }) }))
  const names = new Map((await listDuties(tx, by.storeId)).map((duty) => [duty.id, duty]))
  const duties = (await boardOf(tx, scope, 'duty')).map(({ key, position, late, missed }) => ({ dutyId: key, position, zh: names.get(key)?.zh ?? key, en: names.get(key)?.en ?? key, late, missed }))
  const overdue = await watchedOverdue(reading, supervised)
  const open = overdue.filter(({ instance }) => instance.status === 'open')
  return {
    ...period, people, ...totalsOf(people), owedInAll: open.length, debt: overdue.filter((each) => isDebtOf(by.personId, each)).length, misses: mostMisses(duties).slice(0, mostRecurring),
    owed: open.slice(0, mostOwed).map(({ instance: { id, dutyId, zh: nameZh, en: nameEn, position, holderName, subjectName, dueAt }, level }) => ({ id, dutyId, zh: nameZh, en: nameEn, position, personName: holderName, subjectName, dueAt: dueAt.toISOString(), level })),
  }
}

function totalsOf(people: Week['people']): Pick<Week, 'done' | 'late' | 'missed' | 'excused' | 'rate'> {
  const sum = (count: 'done' | 'late' | 'missed' | 'excused'): number => people.reduce((all, person) => all + person[count], 0)
  const [done, late, missed, excused] = [sum('done'), sum('late'), sum('missed'), sum('excused')]
  return { done, late, missed, excused, rate: rateOf({ done, late, missed }) }
}

/** The same as a paper for the meeting. */
export async function printManagersWeek(reading: Reading, { day, language }: { readonly day?: LocalDay | undefined; readonly language: Language }): Promise<Printing> {
  const { tx, by, now } = reading
  const week = await seeManagersWeek(reading, { day })
  const store = await findStore(tx, by.storeId)
  const english = language === 'en'
  const positions = new Map((await listPositionNames(tx)).map(({ code, zh, en }) => [code, english ? en : zh]))
  const positionOf = (code: string): string => positions.get(code) ?? code
  const number = `WK-${by.storeCode}-${week.from.slice(2).replaceAll('-', '')}`
  const paper = onPaper(week)
  const share = (rate: number | null): string => (rate === null ? '–' : `${(rate / 100).toFixed(1)} %`)
  return printing('manager-week', language, number, {
    ...letterhead(store, language, addDays(week.to, 1)), number, printedAt: printedMoment(now, by.timeZone), manager: by.name, week: `${week.from} – ${week.to}`,
    done: week.done, late: week.late, missed: week.missed, excused: week.excused, rate: share(week.rate), debt: week.debt, owedInAll: week.owedInAll,
    peopleInAll: week.people.length, people: paper.people.map(({ name, position, done, late, missed, excused, rate }) => ({ name: name === '' ? (english ? en : zh)['duties.week.shared'] : name, position: positionOf(position), done, late, missed, excused, rate: share(rate) })),
    misses: paper.misses.map(({ dutyId, position, late, missed, ...named }) => ({ duty: `${dutyId} ${english ? named.en : named.zh}`, position: positionOf(position), late, missed })),
    owed: paper.owed.map(({ dutyId, position, personName, subjectName, dueAt, level, ...named }) => ({
      duty: [`${dutyId} ${english ? named.en : named.zh}`, subjectName].filter((part) => part !== '').join(' · '), person: personName === '' ? positionOf(position) : personName, due: printedMoment(new Date(dueAt), by.timeZone), level,
    })),
  })
}

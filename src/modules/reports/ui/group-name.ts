import type { AnswerOf } from '../../../platform/contract.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import type { seeFigures } from '../contract.ts'
import { teams, type Grouping } from '../domain/period.ts'
import { reportTexts } from './texts.ts'

export type Figures = AnswerOf<typeof seeFigures>
export type OneFigure = Figures['figures'][number]

/** A group as a person calls it. */
export function useGroupName(by: Grouping): (group: { readonly key: string; readonly name: string }) => string {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  return ({ key, name }) => {
    const team = teams.find((known) => known === key)
    if (by === 'team') return team === undefined ? t('reports.nobody') : t(`reports.team.${team}`)
    if (by === 'advisor') return name === '' ? t('reports.nobody') : name
    return by === 'day' ? key.slice(5) : key
  }
}

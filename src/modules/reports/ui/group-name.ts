import type { AnswerOf } from '../../../platform/contract.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { seeFigures } from '../contract.ts'
import { works, type Grouping } from '../domain/period.ts'
import { reportTexts } from './texts.ts'

export type Figures = AnswerOf<typeof seeFigures>
export type OneFigure = Figures['figures'][number]

/** A group as a person calls it. */
export function useGroupName(by: Grouping): (group: { readonly key: string; readonly name: string; readonly nameEn: string | null }) => string {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const english = useLanguage() === 'en'
  return ({ key, name, nameEn }) => {
    const work = works.find((known) => known === key)
    if (by === 'team') return key === '' ? t('reports.no-team') : english ? nameEn ?? name : name
    if (by === 'work') return work === undefined ? t('reports.nobody') : t(`reports.work.${work}`)
    if (by === 'advisor') return name === '' ? t('reports.nobody') : name
    return by === 'day' ? key.slice(5) : key
  }
}

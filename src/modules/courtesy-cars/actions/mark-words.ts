import type { Language } from '../../../kernel/texts.ts'
import type { Mark } from '../../repair-orders/domain/reception-sheet.ts'
import { en } from '../../repair-orders/texts/en.ts'
import { zh } from '../../repair-orders/texts/zh-CN.ts'

/** Damage as a sentence, in the words of the walk-around. */
export function markWords(marks: readonly Mark[], language: Language): string {
  const t = language === 'en' ? en : zh
  return marks.map(({ panel, damage, note }) => [t[`repair-orders.panel.${panel}`], t[`repair-orders.damage.${damage}`], note].filter((part) => part !== '').join(' · ')).join(language === 'en' ? '; ' : '；')
}

import type { ReactNode } from 'react'
import { unitIn } from '../../kernel/units.ts'
import { useLanguage } from '../../platform/web/language.tsx'
import { KitTexts, kitTextsEn, kitTextsZh } from '../../ui-kit/kit-texts.ts'

const english: KitTexts = { ...kitTextsEn, unit: (unit) => unitIn('en', unit) }

export function Languages({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return <KitTexts value={language === 'en' ? english : kitTextsZh}>{children}</KitTexts>
}

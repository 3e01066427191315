import type { ReactNode } from 'react'
import { useLanguage } from '../../platform/web/language.tsx'
import { KitTexts, kitTextsEn, kitTextsZh } from '../../ui-kit/kit-texts.ts'

export function Languages({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return <KitTexts value={language === 'en' ? kitTextsEn : kitTextsZh}>{children}</KitTexts>
}

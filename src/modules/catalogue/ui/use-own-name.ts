import { useLanguage } from '../../../platform/web/language.tsx'

type Named = { readonly nameZh: string; readonly nameEn: string }

/** A catalogue row's name in the reader's language. */
export function useOwnName(): (row: Named) => string {
  const language = useLanguage()
  return ({ nameZh, nameEn }) => (language === 'en' ? nameEn : nameZh)
}

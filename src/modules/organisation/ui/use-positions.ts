import { useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage } from '../../../platform/web/language.tsx'
import { listPositions } from '../contract.ts'

export type Positions = { readonly codes: readonly string[]; nameOf(code: string): string }

/** Positions by their names in the reader's language; the code until they are there. */
export function usePositions(): Positions {
  const language = useLanguage()
  const positions = useReading(listPositions, {})
  const rows = positions.data?.rows ?? []
  const found = (code: string) => rows.find((row) => row.code === code)
  return { codes: rows.map(({ code }) => code), nameOf: (code) => (language === 'en' ? found(code)?.en : found(code)?.zh) ?? code }
}

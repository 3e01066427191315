import { useLanguage } from '../../../platform/web/language.tsx'
import type { PickLine } from '../contract.ts'

/** Thousandths that the customer said yes to and that were not handed out. */
export const openOf = ({ wanted, issued }: Pick<PickLine, 'wanted' | 'issued'>): number => Math.max(0, wanted - issued)

/** Thousandths this line may take: what nobody else reserved, and its own reservation. */
export const availableOf = ({ free, reserved }: PickLine): number => Math.max(0, free + reserved)

type Named = { readonly nameZh: string; readonly nameEn: string; readonly number: string }

/** The part's name in the reader's language; a name that nobody translated is read in Chinese. */
export function usePartName(): (part: Named) => string {
  const language = useLanguage()
  return ({ nameZh, nameEn, number }) => (language === 'en' ? [nameEn, nameZh, number] : [nameZh, nameEn, number]).find((name) => name !== '') ?? ''
}

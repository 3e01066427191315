import type { Source } from './request.ts'

type Option = { readonly source: Source; readonly code: string | null; readonly nameZh: string; readonly nameEn: string; readonly supplier: string }

/** The store, the kind of order with its supplier, or the source alone. */
export function optionName({ source, code, nameZh, nameEn, supplier }: Option, english: boolean, wordOf: (source: Source) => string): string {
  const name = english ? nameEn : nameZh
  const words = code === null ? [wordOf(source), name] : [`${code} ${name}`, supplier]
  return words.filter((word) => word !== '').join(' · ')
}

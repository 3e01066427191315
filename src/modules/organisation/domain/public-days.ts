import type { PublicDayKind } from './opening.ts'

export type PublicDay = { readonly day: string; readonly kind: PublicDayKind; readonly nameZh: string; readonly nameEn: string }

/** Names as the announcement's data has them: 'National Day,国庆节,3'. An ordinary weekend or working day has one word and is none. */
export function publicDayOf(day: string, name: string, work: boolean): PublicDay | null {
  const [nameEn = '', nameZh = ''] = name.split(',')
  return nameZh === '' ? null : { day, kind: work ? 'workday' : 'holiday', nameZh, nameEn }
}

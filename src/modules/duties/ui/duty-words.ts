import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { Tone } from '../../../ui-kit/tag.tsx'
import type { InstanceRow } from '../contract.ts'
import type { InstanceStatus } from '../domain/instance.ts'
import { ownPack } from '../domain/own-duty.ts'
import { dutyTexts } from './texts.ts'

export const toneOfStatus: Readonly<Record<InstanceStatus, Tone>> = { open: 'warn', done: 'active', late: 'warn', missed: 'danger', excused: 'done', nothing: 'done' }

type Named = { readonly zh: string; readonly en: string }

/** What has a Chinese and an English name, in the language of the screen. */
export function useNameOf(): (thing: Named) => string {
  const english = useLanguage() === 'en'
  return ({ zh, en }) => (english ? en : zh)
}

/** What must be there for a duty to be done, in one sentence. */
export function useProofWords(): (proof: InstanceRow['proof']) => string {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const english = useLanguage() === 'en'
  return (proof) => proof.map((part) => (part.kind === 'photo' ? t('duties.photo') : english ? part.en : part.zh)).join(english ? '; ' : '；')
}

/** Which manual a duty is a line of; what the store added by itself is in none. */
export function usePackName(): (pack: string) => string {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return (pack) => (pack === 'default' ? t('duties.pack.default') : pack === ownPack ? t('duties.pack.own') : pack)
}

/** "2 / 3", or "4 left" where none may be left. */
export function useFigure(): (figure: { readonly figure: number; readonly target: number }) => string {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return ({ figure, target }) => (target > 0 ? t('duties.figure', { figure, target }) : figure > 0 ? t('duties.some-left', { figure }) : t('duties.none-left'))
}

/** "4 hours", "30 minutes": how long a supervisor waits before it climbs. */
export function useGraceWords(): (minutes: number) => string {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return (minutes) => (minutes > 0 && minutes % 60 === 0 ? t('duties.grace.hours', { count: minutes / 60 }) : t('duties.grace.minutes', { count: minutes }))
}

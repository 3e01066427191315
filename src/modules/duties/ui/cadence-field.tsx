import { useTexts } from '../../../platform/web/language.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { isFault, parseWhen } from '../domain/when.ts'
import { useWhenWords } from './when-words.ts'
import { dutyTexts } from './texts.ts'

/** When a duty is due, as the manual writes it, read back in words while it is typed. */
export function CadenceField({ due, onChange }: { due: string; onChange: (due: string) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const whenWords = useWhenWords()
  const unreadable = isFault(parseWhen(due.trim())) ? t('duties.file.when-unreadable') : null
  return <TextField label={t('duties.when')} name="due" value={due} onChange={onChange} required maxLength={200} hint={unreadable === null ? `${t('duties.when-means', { words: whenWords(due.trim()) })} ${t('duties.when-hint')}` : t('duties.when-hint')} error={unreadable} />
}

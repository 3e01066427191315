import { useState } from 'react'
import { wallTime } from '../../../kernel/time.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { seeNextTimes } from '../contract.ts'
import { cadenceKinds, cadenceOf, codeOf, type Cadence, type CadenceKind } from '../domain/cadence.ts'
import type { DeadlineMove } from '../domain/occurrences.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { CadenceParts } from './cadence-parts.tsx'
import { useWhenWords } from './when-words.ts'
import { dutyTexts } from './texts.ts'
import './duties.css'

/** Of a duty; a meeting waits for no event, and may be held when it is needed. */
const dutyCadences: readonly CadenceKind[] = cadenceKinds.filter((kind) => kind !== 'none')
export const meetingCadences: readonly CadenceKind[] = cadenceKinds.filter((kind) => kind !== 'event')

export type CadenceFieldProps = { due: string; onChange: (due: string) => void; move?: DeadlineMove; kinds?: readonly CadenceKind[] }

/** How something recurs: chosen, or written as the manual writes it; read back in words with its next times. */
export function CadenceField({ due, onChange, move = 'before', kinds = dutyCadences }: CadenceFieldProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const [cadence, setCadence] = useState<Cadence>(() => cadenceOf(due))
  const choose = (part: Partial<Cadence>) => {
    const next = { ...cadence, ...part }
    setCadence(next)
    if (next.kind !== 'code') onChange(codeOf(next))
  }
  const write = (code: string) => {
    setCadence(cadenceOf(code.trim()))
    onChange(code)
  }
  const unreadable = due.trim() !== '' && isFault(parseWhen(due.trim())) ? t('duties.file.when-unreadable') : null
  return (
    <fieldset className="cadence k-form-whole">
      <legend>{t('duties.when')}</legend>
      <div className="cadence-parts">
        <SelectField label={t('duties.cadence')} name="cadence" value={cadence.kind} onChange={(kind) => choose({ kind })} choices={kinds.map((value) => ({ value, text: t(`duties.cadence.${value}`) }))} />
        <CadenceParts cadence={cadence} onChange={choose} />
      </div>
      <TextField label={t('duties.cadence.code-label')} name="due" value={due} onChange={write} maxLength={200} error={unreadable} />
      {unreadable !== null || due.trim() === '' ? null : <ReadBack due={due.trim()} move={move} />}
    </fieldset>
  )
}

function ReadBack({ due, move }: { due: string; move: DeadlineMove }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const { store } = useSession()
  const whenWords = useWhenWords()
  const times = useReading(seeNextTimes, { query: { due, move } }).data?.times
  return (
    <div className="cadence-read" role="status">
      <p>{t('duties.when-means', { words: whenWords(due) })}</p>
      {times === undefined ? null : times.length === 0 ? <p className="k-quiet-text">{t('duties.cadence.no-dates')}</p> : <p className="k-quiet-text">{t.named(t('duties.cadence.next'), '')}{times.map((time) => <span key={time} className="cadence-time">{wallTime(new Date(time), store.timeZone).replace('T', ' ')}</span>)}</p>}
    </div>
  )
}

import { useState, type ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import type { PointResult } from '../domain/instance.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

const results = ['pass', 'fail', 'none'] as const

type Point = { readonly id: string; readonly zh: string; readonly en: string; readonly photo: boolean; readonly noteOnFail: boolean }
type Answer = { readonly result: PointResult['result']; readonly note: string }

/** The answers to a list of points while they are given; `whyNot` says what is still missing. Where pictures are kept, `photographed` says of which points there is one. */
export function useCheckPoints(points: readonly Point[], photographed?: ReadonlySet<string>) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({})
  const open = points.filter(({ id }) => answers[id] === undefined).length
  const wordless = points.some(({ id, noteOnFail }) => noteOnFail && answers[id]?.result === 'fail' && answers[id].note.trim() === '')
  const bare = photographed === undefined ? [] : points.filter(({ id, photo }) => photo && !photographed.has(id) && answers[id]?.result !== 'none').map(({ id }) => id)
  return {
    answers,
    put: (id: string, change: Partial<Answer>) => setAnswers((before) => ({ ...before, [id]: { ...before[id] ?? { result: 'pass', note: '' }, ...change } })),
    whyNot: open > 0 ? t('duties.points-open', { count: open }) : wordless ? t('duties.failure-needs-note') : bare.length > 0 ? t('duties.point-photo-missing', { count: bare.length }) : null,
    bare: new Set(bare),
    results: points.map(({ id: point }) => ({ point, ...answers[point] ?? { result: 'none' as const, note: '' } })),
  }
}

/** Point by point, made for a phone; a failure asks for a word. */
export function CheckPoints({ points, answers, put, bare, photosOf }: { points: readonly Point[]; /** Where pictures of a point are kept with. */ photosOf?: (pointId: string) => ReactNode } & Pick<ReturnType<typeof useCheckPoints>, 'answers' | 'put' | 'bare'>) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  return points.map((point) => {
    const answer = answers[point.id]
    return (
      <div key={point.id} className="check-point">
        <ChoiceField label={nameOf(point)} value={answer?.result ?? null} onChange={(result) => put(point.id, { result })} wide choices={results.map((value) => ({ value, text: t(`duties.point.${value}`) }))} />
        {answer?.result === 'fail' ? <TextField label={t('duties.note')} name={`note-${point.id}`} value={answer.note} onChange={(note) => put(point.id, { note })} required={point.noteOnFail} maxLength={300} /> : null}
        {bare.has(point.id) ? <p className="k-quiet-text">{t('duties.point-photo')}</p> : null}
        {point.photo && answer?.result !== 'none' ? photosOf?.(point.id) : null}
      </div>
    )
  })
}

import { useTexts, useLanguage } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { PhotoStrip, usePhotoDetails } from '../../photos/ui/public.tsx'
import { isOutside, limitsInWords, photoDetail, verdicts, type CheckPoint, type PointResult } from '../domain/checks.ts'
import { workshopTexts } from './texts.ts'
import './checks.css'

export type CheckDraft = Readonly<Record<string, Omit<PointResult, 'key'>>>

export const resultsOf = (draft: CheckDraft): PointResult[] => Object.entries(draft).map(([key, result]) => ({ key, ...result }))

type OfJob = { readonly jobId: string; readonly orderId: string; readonly points: readonly CheckPoint[] }

/** Keys of the points of which there is a photo, taken just now without a network among them. */
export function usePointPhotos({ jobId, orderId, points }: OfJob): ReadonlySet<string> {
  const wanted = points.filter(({ photo }) => photo).map(({ key }) => key)
  const there = usePhotoDetails({ subject: 'repair-order', subjectId: orderId, occasion: 'work', details: wanted.map((key) => photoDetail(jobId, key)) })
  return new Set(wanted.filter((key) => there.has(photoDetail(jobId, key))))
}

/** The points of a check, each with its verdict, its measured value against its limits and its photo. Nothing is chosen beforehand. */
export function CheckPoints({ jobId, orderId, points, draft, onChange }: OfJob & { draft: CheckDraft; onChange: (draft: CheckDraft) => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const open = points.filter(({ key }) => draft[key] === undefined)
  const restGood = () => onChange({ ...draft, ...Object.fromEntries(open.map(({ key }) => [key, { verdict: 'good' as const, value: null }])) })
  return (
    <>
      <ul className="check-points">{points.map((point) => <OnePoint key={point.key} jobId={jobId} orderId={orderId} point={point} result={draft[point.key]} onChange={(result) => onChange({ ...draft, [point.key]: result })} />)}</ul>
      {open.length === 0 ? null : <div className="k-row"><Button onPress={restGood}>{t('workshop.rest-good')}</Button></div>}
    </>
  )
}

type OnePointProps = { jobId: string; orderId: string; point: CheckPoint; result: CheckDraft[string] | undefined; onChange: (result: CheckDraft[string]) => void }

function OnePoint({ jobId, orderId, point, result, onChange }: OnePointProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const name = useLanguage() === 'en' ? point.nameEn : point.nameZh
  const limits = point.value
  const value = result?.value ?? null
  return (
    <li className="check-point" data-point={point.key}>
      <ChoiceField label={name} value={result?.verdict ?? null} onChange={(verdict) => onChange({ verdict, value })} choices={verdicts.map((verdict) => ({ value: verdict, text: t(`workshop.verdict.${verdict}`) }))} wide />
      {limits === null ? null : (
        <QuantityField label={`${t('workshop.check-measured')} ${name}`} hideLabel name={`measured-${point.key}`} value={value} unit={limits.unit} onChange={(measured) => onChange({ verdict: result?.verdict ?? 'good', value: measured })}
          hint={t('workshop.check-limits', { limits: limitsInWords(limits) })}
          error={value !== null && isOutside(limits, value) ? t('workshop.check-limits', { limits: limitsInWords(limits) }) : null} />
      )}
      {point.photo ? <PhotoStrip subject="repair-order" subjectId={orderId} occasion="work" detail={photoDetail(jobId, point.key)} open size="phone" /> : null}
    </li>
  )
}

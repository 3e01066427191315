import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { inspect, type WorkView } from '../contract.ts'
import { verdicts } from '../domain/checks.ts'
import { inspectionPoints, type InspectionPoint } from '../domain/jobs.ts'
import { missingOf, pointsOf, type Draft } from './inspection-draft.ts'
import { workshopTexts } from './texts.ts'

const empty: Draft = { points: {}, cleanliness: null, roadTestKm: null, result: null, reason: '' }
const grades = ['A', 'B', 'C'] as const

/** The inspector's sheet. Nothing is chosen beforehand: every point is somebody's look at the car. */
export function InspectionForm({ work }: { work: WorkView }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const { personId } = useSession()
  const [draft, setDraft] = useState(empty)
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const deed = useDeed(inspect, () => toast({ text: t(draft.result === 'failed' ? 'workshop.said-failed' : 'workshop.said-passed', { plate: showPlate(work.plate) }) }))
  const whyNot = t.refusal(missingOf(draft, work, personId))
  const points = pointsOf(draft)
  const sign = () => {
    if (points === null || draft.cleanliness === null || draft.result === null) return
    deed.run({ params: { orderId: work.orderId }, body: { version: work.version, ...draft, points, cleanliness: draft.cleanliness, result: draft.result, reason: draft.result === 'failed' ? draft.reason : '' } })
  }
  const signText = draft.result === null ? t('workshop.sign-inspection') : draft.result === 'passed' ? t('workshop.sign-passed') : t('workshop.sign-failed')
  return (
    <Section title={t('workshop.inspection')} panel>
      <form className="k-stack" onSubmit={(event) => { event.preventDefault(); if (whyNot === null) sign() }}>
        <Points draft={draft} set={set} />
        <div className="k-form">
          <ChoiceField label={t('workshop.cleanliness')} required value={draft.cleanliness} onChange={(cleanliness) => set({ cleanliness })} choices={grades.map((value) => ({ value, text: value }))} wide />
          <NumberField label={t('workshop.road-test')} name="roadTestKm" value={draft.roadTestKm} onChange={(roadTestKm) => set({ roadTestKm })} unit="km" hint={t('workshop.road-test-hint')} />
          <ChoiceField label={t('workshop.result')} required value={draft.result} onChange={(result) => set({ result })} wide
            choices={[{ value: 'passed', text: t('workshop.result.passed') }, { value: 'failed', text: t('workshop.result.failed') }]} />
        </div>
        {draft.result === 'failed' ? <TextAreaField label={t('workshop.failure-reason')} name="reason" required rows={2} value={draft.reason} onChange={(reason) => set({ reason })} maxLength={500} /> : null}
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="work-deeds">
          <Button kind={draft.result === 'failed' ? 'danger' : 'primary'} submit busy={deed.busy} whyNot={whyNot}>{signText}</Button>
          {whyNot === null ? null : <span className="k-quiet-text">{whyNot}</span>}
        </div>
      </form>
    </Section>
  )
}

function Points({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const choose = (point: InspectionPoint, verdict: (typeof verdicts)[number]) => set({ points: { ...draft.points, [point]: verdict } })
  const restGood = () => set({ points: { ...Object.fromEntries(inspectionPoints.map((point) => [point, 'good'])), ...draft.points } })
  return (
    <>
      <div className="inspection-points">
        {inspectionPoints.map((point) => (
          <ChoiceField key={point} label={t(`workshop.point.${point}`)} value={draft.points[point] ?? null} onChange={(verdict) => choose(point, verdict)} wide
            choices={verdicts.map((value) => ({ value, text: t(`workshop.verdict.${value}`) }))} />
        ))}
      </div>
      {pointsOf(draft) === null ? <div className="k-row"><Button kind="plain" onPress={restGood}>{t('workshop.rest-good')}</Button></div> : null}
    </>
  )
}

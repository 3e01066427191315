import { useTexts } from '../../../platform/web/language.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { PlanRow } from '../contract.ts'
import { partsPlanTexts } from './texts.ts'
import { planTones } from './tones.ts'

/** How far a plan is, whether it is overdue, and whether the supplier has it. */
export function PlanTags({ plan }: { plan: Pick<PlanRow, 'status' | 'late' | 'dueOn' | 'uploadedAt'> }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  return (
    <span className="k-row">
      <StatusTag tone={planTones[plan.status]} text={t(`parts-plan.status.${plan.status}`)} />
      {plan.late ? <StatusTag tone="danger" text={t('parts-plan.late')} /> : plan.status === 'draft' || plan.status === 'submitted' ? <span className="k-quiet-text">{t('parts-plan.due', { day: plan.dueOn.slice(5) })}</span> : null}
      {plan.uploadedAt === null ? null : <StatusTag tone="done" text={t('parts-plan.uploaded-tag')} />}
    </span>
  )
}

import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import type { WorkView } from '../contract.ts'
import { inspectionPoints } from '../domain/jobs.ts'
import { workshopTexts } from './texts.ts'

/** Who inspected, with what result and why; the newest first. */
export function InspectionHistory({ work }: { work: WorkView }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const moments = useMoments()
  return (
    <Timeline label={t('workshop.inspection-history')} entries={work.inspections.toReversed().map((inspection) => {
      const faulty = inspectionPoints.filter((point) => inspection.points[point] === 'faulty').map((point) => t(`workshop.point.${point}`))
      return {
        id: inspection.id, time: moments.full(inspection.at), who: inspection.inspectorName, tone: inspection.result === 'passed' ? 'active' as const : 'danger' as const,
        text: (
          <div className="inspection-past">
            <span><StatusTag tone={inspection.result === 'passed' ? 'active' : 'danger'} text={t(`workshop.result.${inspection.result}`)} /> {inspection.roadTestKm === null
              ? t('workshop.inspection-facts-no-road', { cleanliness: inspection.cleanliness })
              : t('workshop.inspection-facts', { cleanliness: inspection.cleanliness, km: inspection.roadTestKm })}</span>
            {inspection.reason === '' ? null : <span>{t('workshop.rework-reason', { reason: inspection.reason })}</span>}
            {faulty.length === 0 ? null : <span>{t('workshop.faulty-points', { points: faulty.join(' · ') })}</span>}
          </div>
        ),
      }
    })} />
  )
}

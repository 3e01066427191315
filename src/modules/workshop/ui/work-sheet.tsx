import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { en as orderEn } from '../../repair-orders/texts/en.ts'
import { zh as orderZh } from '../../repair-orders/texts/zh-CN.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { seeWork, type WorkView } from '../contract.ts'
import { workshopPermissions } from '../permissions.ts'
import { InspectionForm } from './inspection-form.tsx'
import { InspectionHistory } from './inspection-history.tsx'
import { LabourSection } from './labour-section.tsx'
import { Promised } from './promise.tsx'
import { TeamChecks } from './team-checks.tsx'
import { workshopTexts } from './texts.ts'

/** The work on one car. */
export function WorkDetail({ orderId }: { orderId: string }) {
  const sentence = useSentence()
  const work = useReading(seeWork, { params: { orderId } })
  if (work.isPending) return <LoadBar busy />
  if (work.isError) return <LoadError state={{ error: sentence(work.error), onRetry: () => { void work.refetch() } }} />
  return <WorkSheet work={work.data} />
}

function WorkSheet({ work }: { work: WorkView }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const o = useTexts(orderZh, orderEn)
  const may = useMay()
  return (
    <article className="work-sheet">
      <header className="work-head">
        <h2><Plate text={showPlate(work.plate)} size="detail" /></h2>
        <StatusTag tone={work.status === 'in_inspection' ? 'settle' : 'active'} text={o(`repair-orders.status.${work.status}`)} />
        <span className="k-quiet-text">{work.number}</span>
        <span className="work-head-end"><Promised promisedAt={work.promisedAt} /></span>
      </header>
      <Facts layout="columns" facts={[
        { id: 'model', label: t('workshop.model'), value: work.modelName === '' ? '–' : work.modelName },
        { id: 'advisor', label: t('workshop.advisor'), value: work.advisorName },
        { id: 'concern', label: t('workshop.customer-says'), value: work.concern === '' ? '–' : work.concern, wide: true },
      ]} />
      <TeamChecks orderId={work.orderId} />
      {work.status === 'in_inspection' && may(workshopPermissions.inspect) ? <InspectionForm work={work} /> : null}
      <LabourSection work={work} />
      {work.inspections.length === 0 ? null : <Section title={t('workshop.inspection-history')} panel><InspectionHistory work={work} /></Section>}
    </article>
  )
}

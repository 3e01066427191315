import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, PayerTag, Quantity, StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip, RecordingList } from '../../photos/ui/public.tsx'
import { printAddedWork, withdrawAddedWork, type AddedWorkView, type OrderView } from '../contract.ts'
import { isUndecided, whyNotPriceAdded, whyNotReportMore, type AddedWorkStatus, type Urgency } from '../domain/added-work.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { DecideAddedWork } from './decide-added-work.tsx'
import { PriceAddedWork } from './price-added-work.tsx'
import { ReportAddedWork } from './report-added-work.tsx'
import { repairOrderTexts } from './texts.ts'

const toneOfWork: Readonly<Record<AddedWorkStatus, Tone>> = { found: 'warn', priced: 'warn', agreed: 'active', refused: 'danger', withdrawn: 'done' }
export const toneOfUrgency: Readonly<Record<Urgency, Tone>> = { safety: 'danger', soon: 'warn', later: 'neutral' }

/** What was found when the car was in the shop: priced, asked, answered (SAD-1.7.3). */
export function AddedWork({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const mayReport = useMay()(repairOrderPermissions.reportAddedWork) && whyNotReportMore(order) === null
  const [reporting, setReporting] = useState(false)
  if (order.addedWork.length === 0 && !mayReport) return null
  return (
    <Section title={t('repair-orders.added-work')} actions={mayReport ? <Button size="desk" onPress={() => setReporting(true)}>{t('repair-orders.added-work-report')}</Button> : undefined}>
      <RecordingList subject="repair-order" subjectId={order.id} detail="" />
      <div className="k-stack">{order.addedWork.map((work) => <OneWork key={work.id} order={order} work={work} />)}</div>
      {reporting ? <ReportAddedWork orderId={order.id} onClose={() => setReporting(false)} /> : null}
    </Section>
  )
}

function OneWork({ order, work }: { order: OrderView; work: AddedWorkView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const may = useMay()
  const [asking, setAsking] = useState<'price' | 'decide' | 'withdraw' | null>(null)
  const close = () => setAsking(null)
  const mayPrice = may(repairOrderPermissions.estimate) && isUndecided(work)
  return (
    <article className="added-work k-panel" aria-label={work.findings}>
      <header className="order-head">
        <StatusTag tone={toneOfWork[work.status]} text={t(`repair-orders.added.${work.status}`)} />
        <StatusTag tone={toneOfUrgency[work.urgency]} text={t(`repair-orders.urgency.${work.urgency}`)} />
        <span className="k-quiet-text">{t('repair-orders.added-found-by', { name: work.foundByName, time: moments.time(work.foundAt) })}</span>
      </header>
      <p className="added-work-findings">{work.findings}</p>
      <PhotoStrip subject="repair-order" subjectId={order.id} occasion="added-work" detail={work.id} open={isUndecided(work)} />
      <RecordingList subject="repair-order" subjectId={order.id} detail={work.id} />
      <WorkLines lines={work.lines} totalFen={work.totalFen} />
      {work.decidedAt === null || work.decidedWay === null ? null : (
        <p className="k-quiet-text">{t('repair-orders.added-answer', { name: work.customerName, way: t(`repair-orders.added-way.${work.decidedWay}`), time: moments.full(work.decidedAt), by: work.decidedByName ?? '' })}</p>
      )}
      {work.words === '' ? null : <p className="k-quiet-text">{t('repair-orders.added-words', { words: work.words })}</p>}
      {work.reason === '' ? null : <p className="k-quiet-text">{t('repair-orders.added-withdrawn-because', { reason: work.reason })}</p>}
      {mayPrice ? (
        <div className="k-row">
          <Button kind={work.status === 'found' ? 'primary' : 'plain'} whyNot={t.refusal(whyNotPriceAdded(order, work))} onPress={() => setAsking('price')}>{t('repair-orders.added-price')}</Button>
          {work.status === 'priced' && may(repairOrderPermissions.authorise) ? <Button kind="primary" onPress={() => setAsking('decide')}>{t('repair-orders.added-decide')}</Button> : null}
          <Button kind="quiet" onPress={() => setAsking('withdraw')}>{t('repair-orders.added-withdraw')}</Button>
        </div>
      ) : null}
      {work.lines.length === 0 ? null : <div className="k-row"><Button kind="quiet" icon={Printer} onPress={() => openPaper(printAddedWork, { addedWorkId: work.id })}>{t('repair-orders.added-print')}</Button></div>}
      {asking === 'price' ? <PriceAddedWork order={order} work={work} onClose={close} /> : null}
      {asking === 'decide' ? <DecideAddedWork order={order} work={work} onClose={close} /> : null}
      {asking === 'withdraw' ? <WithdrawAddedWork work={work} title={t('repair-orders.added-withdraw')} onClose={close} /> : null}
    </article>
  )
}

/** Item, quantity, amount and payer of what is proposed. */
export function WorkLines({ lines, totalFen }: Pick<AddedWorkView, 'lines' | 'totalFen'>) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  if (lines.length === 0) return null
  return (
    <ul className="added-work-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <span className="added-work-item">{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.code}</span></span>
          <Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} />
          <PayerTag payer={line.payer} short={t(`repair-orders.payer-short.${line.payer}`)} full={t(`repair-orders.payer.${line.payer}`)} />
          <Money fen={line.amountFen} />
        </li>
      ))}
      <li><span className="added-work-item">{t('repair-orders.sum', { count: lines.length })}</span><Money fen={totalFen} strong /></li>
    </ul>
  )
}

export function WithdrawAddedWork({ work, title, onClose }: { work: Pick<AddedWorkView, 'id' | 'version'>; title: string; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const deed = useDeed(withdrawAddedWork, () => { onClose(); toast({ text: t('repair-orders.added-withdrawn') }) })
  return (
    <ConfirmDialog title={title} confirmText={title} busy={deed.busy} error={deed.error} onClose={onClose}
      reason={{ label: t('repair-orders.added-withdraw-reason'), missing: t('repair-orders.added-withdraw-missing') }}
      onConfirm={(reason) => deed.run({ params: { addedWorkId: work.id }, body: { version: work.version, reason } })}>
      {t('repair-orders.added-withdraw-question')}
    </ConfirmDialog>
  )
}

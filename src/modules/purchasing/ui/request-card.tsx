import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { cancelRequest, type RequestRow } from '../contract.ts'
import { isNewsForCustomer, isOpen, type RequestStatus } from '../domain/request.ts'
import { purchasingPermissions } from '../permissions.ts'
import { SourceDialog } from './source-dialog.tsx'
import { TellDialog } from './tell-dialog.tsx'
import { purchasingTexts } from './texts.ts'

export const toneOfRequest: Readonly<Record<RequestStatus, Tone>> = { asked: 'danger', sourced: 'info', arrived: 'active', cancelled: 'done' }

/** Where a request stands: status, urgency, source and day, what the customer said. */
export function RequestFacts({ request }: { request: RequestRow }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const moments = useMoments()
  const { status, urgency, source, eta, decision, decidedWay, toldAt, reason } = request
  return (
    <div className="request-facts">
      <StatusTag tone={toneOfRequest[status]} text={t(`purchasing.status.${status}`)} />
      {urgency === 'normal' ? null : <StatusTag tone="danger" text={t(`purchasing.urgency.${urgency}`)} />}
      {source === null || eta === null ? null : <span>{t('purchasing.arrives', { source: t(`purchasing.source.${source}`), eta })}</span>}
      {decision === null || decidedWay === null || toldAt === null
        ? (isOpen(request) && request.origin !== 'hand' ? <StatusTag tone="warn" text={t('purchasing.not-told')} /> : null)
        : <span className="k-quiet-text">{t('purchasing.told-line', { name: request.customerName, way: t(`purchasing.way.${decidedWay}`), decision: t(`purchasing.decision.${decision}`), time: moments.time(toldAt), by: request.toldByName ?? '' })}</span>}
      {reason === '' ? null : <span className="k-quiet-text">{isOpen(request) ? t(source === null ? 'purchasing.source-lost' : 'purchasing.arrival-reversed', { why: reason }) : reason}</span>}
    </div>
  )
}

/** What may be done with it now. */
export function RequestDeeds({ request, ownerName = '' }: { request: RequestRow; ownerName?: string }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const may = useMay()
  const [asking, setAsking] = useState<'source' | 'tell' | 'cancel' | null>(null)
  const close = () => setAsking(null)
  if (!isOpen(request)) return null
  const news = isNewsForCustomer(request)
  return (
    <>
      {may(purchasingPermissions.source) ? <Button kind={request.status === 'asked' ? 'primary' : 'plain'} onPress={() => setAsking('source')}>{t('purchasing.set-source')}</Button> : null}
      {may(purchasingPermissions.tell) && request.origin !== 'hand' ? <Button kind={news && (request.status === 'sourced' || request.decision !== null) ? 'primary' : 'plain'} onPress={() => setAsking('tell')}>{t(news && request.decision !== null ? 'purchasing.tell-again' : 'purchasing.tell')}</Button> : null}
      {may(purchasingPermissions.cancel) ? <Button kind="quiet" onPress={() => setAsking('cancel')}>{t('purchasing.cancel')}</Button> : null}
      {asking === 'source' ? <SourceDialog request={request} onClose={close} /> : null}
      {asking === 'tell' ? <TellDialog request={request} ownerName={ownerName} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog request={request} onClose={close} /> : null}
    </>
  )
}

function CancelDialog({ request, onClose }: { request: RequestRow; onClose: () => void }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const toast = useToast()
  const deed = useDeed(cancelRequest, () => { onClose(); toast({ text: t('purchasing.cancelled') }) })
  return (
    <ConfirmDialog title={t('purchasing.cancel')} confirmText={t('purchasing.cancel')} busy={deed.busy} error={deed.error} onClose={onClose}
      reason={{ label: t('purchasing.cancel-reason'), missing: t('purchasing.cancel-missing') }} onConfirm={(reason) => deed.run({ params: { requestId: request.id }, body: { version: request.version, reason } })}>
      {t('purchasing.cancel-question')}
    </ConfirmDialog>
  )
}

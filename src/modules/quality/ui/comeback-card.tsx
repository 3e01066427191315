import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate, StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { markLines, withdrawComeback, type ComebackRow } from '../contract.ts'
import type { ComebackStatus } from '../domain/comeback.ts'
import { qualityPermissions } from '../permissions.ts'
import { DecideDialog, type Worker } from './decide-dialog.tsx'
import { LineChecks } from './line-checks.tsx'
import { qualityTexts } from './texts.ts'

const tones: Readonly<Record<ComebackStatus, Tone>> = { proposed: 'warn', decided: 'done', withdrawn: 'neutral' }

type Props = { comeback: ComebackRow; /** On the order's sheet: its deeds are here. */ order?: OrderView; workers?: readonly Worker[] }

/** What came back, in the customer's words, and who pays. */
export function ComebackCard({ comeback, order, workers = [] }: Props) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  return (
    <li className="quality-card k-panel" aria-label={comeback.code}>
      <div className="quality-head">
        {order === undefined ? <Plate text={showPlate(comeback.plate)} /> : null}
        <strong>{english ? comeback.nameEn : comeback.nameZh}</strong><StatusTag tone={tones[comeback.status]} text={t(`quality.status.${comeback.status}`)} />
        {comeback.payer === null ? null : <StatusTag tone="info" text={t(`quality.payer.${comeback.payer}`)} />}{comeback.cause === null ? null : <StatusTag tone="neutral" text={t(`quality.cause.${comeback.cause}`)} />}
      </div>
      <p className="quality-words">{comeback.words}</p>
      <p className="quality-facts k-quiet-text">
        <Link to={`/repair-orders/${comeback.firstOrderId}`}>{t('quality.first-order', { number: comeback.firstOrderNumber })}</Link>
        {order === undefined ? <Link to={`/repair-orders/${comeback.orderId}`}>{t('quality.this-order', { number: comeback.orderNumber })}</Link> : null}
        <span>{t('quality.by', { name: comeback.proposedByName, time: moments.full(comeback.proposedAt) })}</span>
        {comeback.decidedAt === null ? null : <span>{t('quality.decided-by', { name: comeback.decidedByName ?? '', time: moments.full(comeback.decidedAt) })}</span>}
        {comeback.technicianName === '' ? null : <span>{t('quality.technician')} {comeback.technicianName}</span>}
        {comeback.status === 'withdrawn' ? null : <span>{comeback.lineIds.length === 0 ? t('quality.none-marked') : t('quality.marked-count', { count: comeback.lineIds.length })}</span>}
      </p>
      {comeback.reason === '' ? null : <p className="quality-words">{t('quality.reason')} {comeback.reason}</p>}
      {order === undefined ? null : <Deeds comeback={comeback} order={order} workers={workers} />}
    </li>
  )
}

function Deeds({ comeback, order, workers }: { comeback: ComebackRow; order: OrderView; workers: readonly Worker[] }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const may = useMay()
  const toast = useToast()
  const { personId } = useSession()
  const [asking, setAsking] = useState<'decide' | 'mark' | 'withdraw' | null>(null)
  const close = () => setAsking(null)
  const withdraw = useDeed(withdrawComeback, () => { close(); toast({ text: t('quality.withdrawn') }) })
  if (order.status !== 'received' && order.status !== 'estimated') return null
  const proposed = comeback.status === 'proposed'
  return (
    <div className="quality-deed">
      {proposed && may(qualityPermissions.decide) ? <Button kind="primary" whyNot={comeback.proposedBy === personId ? t('quality.own-proposal') : null} onPress={() => setAsking('decide')}>{t('quality.decide')}</Button> : null}
      {comeback.status !== 'withdrawn' && may(qualityPermissions.propose) ? <Button onPress={() => setAsking('mark')}>{t('quality.mark')}</Button> : null}
      {proposed && may(qualityPermissions.propose) ? <Button kind="quiet" onPress={() => setAsking('withdraw')}>{t('quality.withdraw')}</Button> : null}
      {asking === 'decide' ? <DecideDialog comeback={comeback} workers={workers} onClose={close} /> : null}
      {asking === 'mark' ? <MarkDialog comeback={comeback} order={order} onClose={close} /> : null}
      {asking === 'withdraw' ? (
        <ConfirmDialog title={t('quality.withdraw-title')} confirmText={t('quality.withdraw')} busy={withdraw.busy} error={withdraw.error} reason={{ label: t('quality.reason'), missing: t('quality.reason-missing') }}
          onConfirm={(reason) => withdraw.run({ params: { comebackId: comeback.id }, body: { version: comeback.version, reason } })} onClose={close}>{comeback.words}</ConfirmDialog>
      ) : null}
    </div>
  )
}

function MarkDialog({ comeback, order, onClose }: { comeback: ComebackRow; order: OrderView; onClose: () => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const toast = useToast()
  const [lineIds, setLineIds] = useState(comeback.lineIds)
  const deed = useDeed(markLines, () => { onClose(); toast({ text: t('quality.marked') }) })
  return (
    <Dialog title={t('quality.mark')} size="small" onClose={onClose} onSubmit={() => deed.run({ params: { comebackId: comeback.id }, body: { version: comeback.version, lineIds: [...lineIds] } })}
      footer={<Button kind="primary" submit busy={deed.busy}>{t('quality.mark')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <LineChecks order={order} chosen={lineIds} onChange={setLineIds} />
      </div>
    </Dialog>
  )
}

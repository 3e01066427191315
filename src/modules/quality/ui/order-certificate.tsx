import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { issueCertificate, printCertificate, voidCertificate, type CertificateRow } from '../contract.ts'
import { qualityPermissions } from '../permissions.ts'
import type { OrderQualityView } from './order-quality.tsx'
import { qualityTexts } from './texts.ts'

/** Whether the car may leave without one, the valid one, and those that were voided. */
export function OrderCertificate({ order, certificate }: { order: OrderView; certificate: OrderQualityView['certificate'] }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const may = useMay()
  const toast = useToast()
  const issue = useDeed(issueCertificate, ({ number }) => toast({ text: t('quality.issued', { number }) }))
  const { needed, whyNot, rows } = certificate
  if ((!needed && rows.length === 0) || order.status === 'cancelled') return null
  return (
    <Section title={t('quality.certificate')}>
      {rows.some(({ voidedAt }) => voidedAt === null) || order.status === 'delivered' ? null : <Notice tone="info">{t('quality.certificate-needed')}</Notice>}
      {issue.error === null ? null : <Notice tone="danger">{issue.error}</Notice>}
      <ul className="quality-list">{rows.map((row) => <OneCertificate key={row.id} row={row} delivered={order.status === 'delivered'} />)}</ul>
      {whyNot === null && may(qualityPermissions.certify) ? <div className="quality-deed"><Button kind="primary" busy={issue.busy} onPress={() => issue.run({ body: { orderId: order.id } })}>{t('quality.issue')}</Button></div> : null}
    </Section>
  )
}

function OneCertificate({ row, delivered }: { row: CertificateRow; delivered: boolean }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const moments = useMoments()
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(voidCertificate, () => { setAsking(false); toast({ text: t('quality.voided') }) })
  const valid = row.voidedAt === null
  return (
    <li className="quality-card k-panel" aria-label={row.number}>
      <div className="quality-head"><strong>{row.number}</strong><StatusTag tone={valid ? 'done' : 'neutral'} text={valid ? t('quality.valid') : t('quality.voided')} /></div>
      <p className="quality-facts k-quiet-text"><span>{t(`quality.kind.${row.repairKind}`)}</span><span>{row.inspectorName}</span><span>{moments.full(row.issuedAt)}</span></p>
      {row.voidedAt === null ? null : <p className="k-quiet-text">{t('quality.voided-line', { name: row.voidedByName ?? '', time: moments.full(row.voidedAt), reason: row.voidReason ?? '' })}</p>}
      <div className="quality-deed">
        <Button onPress={() => openPaper(printCertificate, { certificateId: row.id })}>{t('quality.print')}</Button>
        {valid && !delivered && may(qualityPermissions.void) ? <Button kind="quiet" onPress={() => setAsking(true)}>{t('quality.void')}</Button> : null}
      </div>
      {asking ? (
        <ConfirmDialog title={t('quality.void-title', { number: row.number })} confirmText={t('quality.void')} busy={deed.busy} error={deed.error} reason={{ label: t('quality.reason'), missing: t('quality.reason-missing') }}
          onConfirm={(reason) => deed.run({ params: { certificateId: row.id }, body: { version: row.version, reason } })} onClose={() => setAsking(false)}>{t('quality.void-warning')}</ConfirmDialog>
      ) : null}
    </li>
  )
}

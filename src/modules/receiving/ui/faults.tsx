import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Quantity, StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { closeFault, faultsFile, listFaults, reportFault, type FaultRow } from '../contract.ts'
import { outcomes, whyNotClose, type FaultStatus, type Outcome } from '../domain/fault.ts'
import { receivingPermissions } from '../permissions.ts'
import { receivingTexts } from './texts.ts'

const tones: Readonly<Record<FaultStatus, Tone>> = { open: 'danger', reported: 'warn', closed: 'done' }

/** What suppliers have to answer for, till they did. */
export function Faults() {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const w = useTexts(webZh, webEn)
  const [all, setAll] = useState(false)
  const { rows, state, more } = usePages(listFaults, { group: all ? 'all' : 'open', limit: 40 })
  return (
    <div className="k-stack">
      <div className="k-row"><CheckField label={t('receiving.show-closed')} checked={all} onChange={setAll} /><Button onPress={() => saveFile(faultsFile, { query: { group: all ? 'all' : 'open' } })}>{w('web.excel')}</Button></div>
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t('receiving.none-faults')}</EmptyState> : null}
      <ul className="rc-list">{rows.map((row) => <FaultCard key={row.id} fault={row} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </div>
  )
}

export function FaultCard({ fault }: { fault: FaultRow }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const may = useMay()
  const [asking, setAsking] = useState<'report' | 'close' | null>(null)
  const close = () => setAsking(null)
  return (
    <li className="rc-card k-panel" aria-label={fault.number}>
      <div className="k-row">
        <StatusTag tone="danger" text={t(`receiving.fault.${fault.kind}`)} /><strong>{english ? fault.nameEn : fault.nameZh}</strong><span className="k-quiet-text">{fault.partNumber}</span><Quantity thousandths={fault.thousandths} unit={fault.unit} />
        <StatusTag tone={tones[fault.status]} text={t(`receiving.fault-status.${fault.status}`)} />{fault.status === 'reported' && fault.due ? <StatusTag tone="danger" text={t('receiving.due')} /> : null}
      </div>
      {fault.words === '' ? null : <p>{fault.words}</p>}
      <div className="k-row"><span className="k-quiet-text">{fault.number} · {fault.supplierName} · {t('receiving.found-by', { name: fault.foundByName, time: moments.full(fault.foundAt) })}</span><Link to={`/receiving/${fault.receiptId}`}>{fault.receiptNumber}</Link></div>
      {fault.reportedAt === null ? null : <p className="k-quiet-text">{t('receiving.reported-by', { count: fault.reports, name: fault.reportedByName ?? '', time: moments.full(fault.reportedAt) })}</p>}
      {fault.outcome === null || fault.closedAt === null ? null : <p>{t('receiving.closed-line', { outcome: t(`receiving.outcome.${fault.outcome}`), answer: fault.answer, name: fault.closedByName ?? '', time: moments.full(fault.closedAt) })}</p>}
      {fault.status === 'closed' ? null : (
        <div className="k-row">
          {may(receivingPermissions.report) ? <Button kind={fault.due ? 'primary' : 'plain'} onPress={() => setAsking('report')}>{t(fault.status === 'open' ? 'receiving.report' : 'receiving.press')}</Button> : null}
          {may(receivingPermissions.close) ? <Button onPress={() => setAsking('close')}>{t('receiving.close')}</Button> : null}
        </div>
      )}
      {asking === 'report' ? <ReportDialog fault={fault} onClose={close} /> : null}
      {asking === 'close' ? <CloseDialog fault={fault} onClose={close} /> : null}
    </li>
  )
}

type Props = { fault: FaultRow; onClose: () => void }

function ReportDialog({ fault, onClose }: Props) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const toast = useToast()
  const deed = useDeed(reportFault, () => { onClose(); toast({ text: t('receiving.reported-now') }) })
  const title = t(fault.status === 'open' ? 'receiving.report' : 'receiving.press')
  return (
    <ConfirmDialog title={title} confirmText={title} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('receiving.report-words'), missing: t('receiving.reason-missing') }}
      onConfirm={(words) => deed.run({ params: { faultId: fault.id }, body: { version: fault.version, words } })}>{t('receiving.report-question')}</ConfirmDialog>
  )
}

function CloseDialog({ fault, onClose }: Props) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const toast = useToast()
  const [outcome, setOutcome] = useState<Outcome>('sent-after')
  const [answer, setAnswer] = useState('')
  const deed = useDeed(closeFault, () => { onClose(); toast({ text: t('receiving.closed-now') }) })
  const refusal = t.refusal(whyNotClose({ status: fault.status, answer, outcome }))
  return (
    <Dialog title={t('receiving.close')} size="small" onClose={onClose} onSubmit={() => { if (refusal === null) deed.run({ params: { faultId: fault.id }, body: { version: fault.version, outcome, answer } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={refusal}>{t('receiving.close')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('receiving.outcome')} name="outcome" value={outcome} onChange={setOutcome} choices={outcomes.map((value) => ({ value, text: t(`receiving.outcome.${value}`) }))} />
        <TextAreaField label={t('receiving.answer')} name="answer" value={answer} onChange={setAnswer} required maxLength={300} />
      </div>
    </Dialog>
  )
}

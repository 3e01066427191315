import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Plate, StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { cancelLoan, listLoans, printAgreement, type LoanRow, type loanGroups } from '../contract.ts'
import type { LoanStatus } from '../domain/loan.ts'
import { courtesyCarPermissions } from '../permissions.ts'
import { HandOutDialog, TakeBackDialog } from './hand-out-dialog.tsx'
import { courtesyCarTexts } from './texts.ts'

const tones: Readonly<Record<LoanStatus, Tone>> = { booked: 'info', out: 'active', returned: 'done', cancelled: 'neutral' }

export function LoanList({ group }: { group: (typeof loanGroups)[number] }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const w = useTexts(webZh, webEn)
  const { rows, state, more } = usePages(listLoans, { group, limit: 40 })
  return (
    <div className="k-stack">
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t(group === 'overdue' ? 'courtesy-cars.none-overdue' : 'courtesy-cars.none')}</EmptyState> : null}
      <ul className="loan-list">{rows.map((loan) => <OneLoan key={loan.id} loan={loan} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </div>
  )
}

function OneLoan({ loan }: { loan: LoanRow }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const moments = useMoments()
  return (
    <li className="loan-card k-panel" aria-label={loan.number}>
      <div className="loan-head">
        <Plate text={showPlate(loan.plate)} /><span>{loan.modelName}</span><StatusTag tone={tones[loan.status]} text={t(`courtesy-cars.status.${loan.status}`)} />{loan.overdue ? <StatusTag tone="danger" text={t('courtesy-cars.overdue')} /> : null}
        <span className="k-quiet-text">{loan.number}</span>
      </div>
      <p className="loan-facts"><strong>{loan.customerName}</strong><span>{loan.phone}</span><span>{t('courtesy-cars.term', { from: moments.full(loan.fromAt), until: moments.full(loan.untilAt) })}</span></p>
      {loan.driverName === null ? null : <p className="loan-facts k-quiet-text"><span>{t('courtesy-cars.driver-line', { name: loan.driverName, licence: loan.licence ?? '' })}</span><span>{t('courtesy-cars.reading', { km: loan.kmOut ?? 0, fuel: loan.fuelOut ?? 0 })}</span><span>{loan.outByName}</span></p>}
      {loan.inAt === null ? null : <p className="loan-facts"><span>{t('courtesy-cars.back-line', { time: moments.full(loan.inAt), km: loan.kmIn ?? 0, fuel: loan.fuelIn ?? 0 })}</span><span>{loan.damage}</span><strong>{loan.fees}</strong></p>}
      {loan.reason === '' ? null : <p className="k-quiet-text">{loan.reason}</p>}
      {loan.outAt === null ? null : <PhotoStrip subject="courtesy-loan" subjectId={loan.id} open={false} />}
      <LoanDeeds loan={loan} />
    </li>
  )
}

function LoanDeeds({ loan }: { loan: LoanRow }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState<'out' | 'back' | 'cancel' | null>(null)
  const close = () => setAsking(null)
  const cancel = useDeed(cancelLoan, () => { close(); toast({ text: t('courtesy-cars.cancelled') }) })
  const lends = may(courtesyCarPermissions.lend)
  return (
    <div className="loan-deed">
      {lends && loan.status === 'booked' ? <><Button kind="primary" onPress={() => setAsking('out')}>{t('courtesy-cars.hand-out')}</Button><Button kind="quiet" onPress={() => setAsking('cancel')}>{t('courtesy-cars.cancel')}</Button></> : null}
      {lends && loan.status === 'out' ? <Button kind="primary" onPress={() => setAsking('back')}>{t('courtesy-cars.take-back')}</Button> : null}
      {loan.outAt === null ? null : <Button onPress={() => openPaper(printAgreement, { loanId: loan.id })}>{t('courtesy-cars.print')}</Button>}
      {asking === 'out' ? <HandOutDialog loan={loan} onClose={close} /> : null}
      {asking === 'back' ? <TakeBackDialog loan={loan} onClose={close} /> : null}
      {asking === 'cancel' ? (
        <ConfirmDialog title={t('courtesy-cars.cancel')} confirmText={t('courtesy-cars.cancel')} busy={cancel.busy} error={cancel.error} onClose={close} reason={{ label: t('courtesy-cars.reason'), missing: t('courtesy-cars.reason-missing') }}
          onConfirm={(reason) => cancel.run({ params: { loanId: loan.id }, body: { version: loan.version, reason } })}>{t('courtesy-cars.cancel-question')}</ConfirmDialog>
      ) : null}
    </div>
  )
}

import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { organisationTexts } from './texts.ts'

export type ReasonDialogProps = { title: string; question: ReactNode; deed: { busy: boolean; error: string | null }; kind?: 'primary' | 'danger'; onConfirm: (reason: string) => void; onClose: () => void }

/** Asks for the reason before something that cannot be taken back. The button is named by its outcome. */
export function ReasonDialog({ title, question, deed, kind = 'danger', onConfirm, onClose }: ReasonDialogProps) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  return (
    <ConfirmDialog title={title} confirmText={title} kind={kind} reason={{ label: t('organisation.reason'), missing: t('organisation.reason-missing') }}
      busy={deed.busy} error={deed.error} onConfirm={onConfirm} onClose={onClose}>{question}</ConfirmDialog>
  )
}

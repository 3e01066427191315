import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { organisationTexts } from './texts.ts'
import './administration.css'

export type SecretDialogProps = { title: string; note: string; printable?: boolean; onClose: () => void; children: ReactNode }

/** Something that is shown this once: a one-time password, a tablet's code, a badge, recovery codes. */
export function SecretDialog({ title, note, printable, onClose, children }: SecretDialogProps) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  return (
    <Dialog title={title} size="small" onClose={onClose} footer={(
      <>
        {printable ? <Button icon={Printer} onPress={() => window.print()}>{t('organisation.print')}</Button> : null}
        <Button kind="primary" onPress={onClose}>{t('organisation.noted-them')}</Button>
      </>
    )}>
      <div className="k-stack">
        <Notice tone="warn">{note}</Notice>
        <div className="admin-secret">{children}</div>
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { enterLines, type StatementView } from '../contract.ts'
import { readStatement } from './pasted.ts'
import { supplierTexts } from './texts.ts'

/** The supplier's sheet, pasted or typed. */
export function EnterDialog({ statement, onClose }: { statement: StatementView; onClose: () => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const [text, setText] = useState('')
  const { rows, faulty } = readStatement(text)
  const deed = useDeed(enterLines, () => { onClose(); toast({ text: t('suppliers.entered') }) })
  const wrong = faulty.length === 0 ? null : t('suppliers.pasted-faulty', { lines: faulty.slice(0, 10).join(', ') })
  const whyNot = wrong ?? (rows.length === 0 ? t('suppliers.fill-in') : null)
  return (
    <Dialog title={t('suppliers.enter')} size="wide" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { statementId: statement.id }, body: { version: statement.version, lines: [...rows] } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('suppliers.enter')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('suppliers.enter-hint')}</p>
        <TextAreaField label={t('suppliers.pasted')} name="pasted" required autoFocus rows={12} value={text} onChange={setText} error={wrong} maxLength={200_000} />
        {rows.length === 0 ? null : <p className="su-head"><span>{t('suppliers.pasted-count', { count: rows.length })}</span><Money fen={rows.reduce((sum, { fen }) => sum + fen, 0)} strong /></p>}
      </div>
    </Dialog>
  )
}

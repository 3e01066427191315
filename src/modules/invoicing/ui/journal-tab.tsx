import { Download } from 'lucide-react'
import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { whyNotJournal } from '../domain/journal.ts'
import { journalFile } from '../contract.ts'
import { invoicingTexts } from './texts.ts'

/** Debit and credit of a period for the bookkeeper's program. */
export function JournalTab() {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const language = useLanguage()
  const today = useToday()
  const [from, setFrom] = useState(`${today.slice(0, 7)}-01`)
  const [to, setTo] = useState(today)
  const whyNot = t.refusal(whyNotJournal({ from, to }))
  return (
    <div className="k-stack">
      <p className="k-quiet-text">{t('invoicing.journal-hint')}</p>
      <div className="invoicing-bar">
        <DateTimeField kind="date" label={t('invoicing.from')} name="from" value={from} max={today} onChange={(value) => { if (value !== '') setFrom(value) }} />
        <DateTimeField kind="date" label={t('invoicing.to')} name="to" value={to} max={today} onChange={(value) => { if (value !== '') setTo(value) }} />
        <Button kind="primary" icon={Download} whyNot={whyNot} onPress={() => saveFile(journalFile, { query: { from, to, language } })}>{t('invoicing.save-journal')}</Button>
      </div>
    </div>
  )
}

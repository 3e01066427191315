import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { invoicingPermissions } from '../permissions.ts'
import { InvoicesTab } from './invoices-tab.tsx'
import { JournalTab } from './journal-tab.tsx'
import { MonthlyTab } from './monthly-tab.tsx'
import { invoicingTexts } from './texts.ts'
import { WaitingTab } from './waiting-tab.tsx'
import './invoicing.css'

const parts = { waiting: WaitingTab, invoices: InvoicesTab, monthly: MonthlyTab, journal: JournalTab } as const
type Part = keyof typeof parts

/** Invoices of statements, a fleet's month in one paper, the journal for the bookkeeper. */
export function InvoicingPage() {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const may = useMay()
  const [part, setPart] = useState<Part>('waiting')
  const shown = (Object.keys(parts) as Part[]).filter((id) => id !== 'journal' || may(invoicingPermissions.journal))
  const Shown = parts[part]
  return (
    <PageFrame title={t('invoicing.title')} fill>
      <div className="k-panel invoicing">
        <Tabs label={t('invoicing.title')} tabs={shown.map((id) => ({ id, text: t(`invoicing.tab.${id}`) }))} current={part} onChange={(id) => setPart(id as Part)}><Shown /></Tabs>
      </div>
    </PageFrame>
  )
}

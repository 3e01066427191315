import { Plus } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { listMonthly } from '../contract.ts'
import { invoicingPermissions } from '../permissions.ts'
import { IssueMonthly } from './issue-monthly.tsx'
import { MonthlyDialog } from './monthly-dialog.tsx'
import { invoicingTexts } from './texts.ts'

/** A fleet's month: one paper over many cars, and one payment for them. */
export function MonthlyTab() {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const w = useTexts(webZh, webEn)
  const mayIssue = useMay()(invoicingPermissions.issueMonthly)
  const [issuing, setIssuing] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const { rows, state, more } = usePages(listMonthly, { limit: 50 })
  return (
    <>
      {mayIssue ? <div className="invoicing-bar"><Button kind="primary" icon={Plus} onPress={() => setIssuing(true)}>{t('invoicing.issue-monthly')}</Button></div> : null}
      <DataTable label={t('invoicing.tab.monthly')} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={620} onOpen={({ id }) => setOpen(id)} empty={<EmptyState>{t('invoicing.none-monthly')}</EmptyState>}
        footer={more === null ? null : <Button onPress={more}>{w('web.more', { count: 50 })}</Button>} columns={[
          { id: 'number', header: t('invoicing.monthly-number'), width: 180, cell: ({ number }) => number },
          { id: 'customer', header: t('invoicing.customer'), cell: ({ customerName }) => customerName },
          { id: 'month', header: t('invoicing.month'), width: 90, cell: ({ month }) => month },
          { id: 'due', header: t('invoicing.issued-due'), width: 120, align: 'end', cell: ({ dueFen }) => <Money fen={dueFen} /> },
          { id: 'open', header: t('invoicing.open'), width: 120, align: 'end', cell: ({ openFen }) => <Money fen={openFen} strong /> },
        ]} />
      {issuing ? <IssueMonthly onClose={() => setIssuing(false)} onIssued={(id) => { setIssuing(false); setOpen(id) }} /> : null}
      {open === null ? null : <MonthlyDialog monthlyId={open} onClose={() => setOpen(null)} />}
    </>
  )
}

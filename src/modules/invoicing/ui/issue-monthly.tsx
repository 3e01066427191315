import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { CustomerPick } from '../../customers/ui/public.tsx'
import { issueMonthly, seeOpenBills } from '../contract.ts'
import { invoicingTexts } from './texts.ts'

const monthsBack = 12
const monthsUntil = (today: string): string[] => Array.from({ length: monthsBack }, (_, back) => {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - back
  return `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, '0')}`
})

/** Which customer and month; what the paper would hold is shown before it is issued. */
export function IssueMonthly({ onClose, onIssued }: { onClose: () => void; onIssued: (id: string) => void }) {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const toast = useToast()
  const months = monthsUntil(useToday())
  const [customer, setCustomer] = useState<TypeaheadOption | null>(null)
  const [month, setMonth] = useState(months[0] ?? '')
  const { data } = useReading(seeOpenBills, { query: { customerId: customer?.id ?? '', month } }, { enabled: customer !== null })
  const deed = useDeed(issueMonthly, ({ id, number }) => { toast({ text: t('invoicing.monthly-issued', { number }) }); onIssued(id) })
  const whyNot = customer === null ? t('invoicing.customer-missing') : data !== undefined && data.rows.length === 0 ? t('invoicing.nothing-owed') : null
  return (
    <Dialog title={t('invoicing.issue-monthly')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null && customer !== null) deed.run({ body: { customerId: customer.id, month } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('invoicing.issue-monthly')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        <CustomerPick label={t('invoicing.customer')} picked={customer} onPick={setCustomer} />
        <SelectField label={t('invoicing.month')} name="month" value={month} onChange={setMonth} choices={months.map((value) => ({ value, text: value }))} />
        {customer === null || data === undefined ? null : <p role="status">{t('invoicing.would-hold', { count: data.rows.length })} <Money fen={data.dueFen} strong /></p>}
      </div>
    </Dialog>
  )
}

import { Link } from '@tanstack/react-router'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { customerPermissions } from '../../customers/permissions.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { seeCreditAccount, type CreditAccountView } from '../contract.ts'
import { settlementPermissions } from '../permissions.ts'
import { CreditDialog } from './credit-dialog.tsx'
import { CreditTag } from './credit-tag.tsx'
import { settlementTexts } from './texts.ts'

export function CreditAccount({ customerId }: { customerId: string }) {
  const sentence = useSentence()
  const result = useReading(seeCreditAccount, { params: { customerId } })
  if (result.isPending) return <LoadBar busy />
  if (result.isError) return <LoadError state={{ error: sentence(result.error), onRetry: () => { void result.refetch() } }} />
  return <Account account={result.data} />
}

function Account({ account }: { account: CreditAccountView }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const { customerId, customerName } = account
  return (
    <article className="settlement">
      <header className="settlement-head">
        <h2>{customerName}</h2><CreditTag account={account} />
        {may(settlementPermissions.setCredit) ? <Button icon={Pencil} onPress={() => setChanging(true)}>{t('settlement.change-credit')}</Button> : null}
      </header>
      <Facts layout="columns" facts={[
        { id: 'limit', label: t('settlement.credit-limit'), value: <Money fen={account.limitFen} strong /> }, { id: 'used', label: t('settlement.credit-used'), value: <Money fen={account.usedFen} strong /> },
        { id: 'left', label: t('settlement.credit-left'), value: <Money fen={Math.max(0, account.limitFen - account.usedFen)} /> }, { id: 'days', label: t('settlement.credit-days'), value: t('settlement.days', { days: account.days }) },
        { id: 'customer', label: t('settlement.debtor'), value: may(customerPermissions.see) ? <Link to={`/customers/${customerId}`}>{customerName}</Link> : customerName },
      ]} />
      <Section title={t('settlement.owed')}>
        {account.owed.length === 0 ? <EmptyState>{t('settlement.nothing-owed')}</EmptyState> : (
          <DataTable label={t('settlement.owed')} rows={account.owed} rowKey={({ id }) => id} minimumWidth={560} columns={[
            { id: 'number', header: t('settlement.number'), cell: ({ id, number }) => (may(settlementPermissions.till) ? <Link to={`/cashier/${id}`}>{number}</Link> : number) },
            { id: 'plate', header: t('settlement.plate'), width: 116, cell: ({ plate }) => <Plate text={showPlate(plate)} /> },
            { id: 'day', header: t('settlement.document-day'), width: 96, cell: ({ day }) => day },
            { id: 'due-on', header: t('settlement.due-day'), width: 104, cell: ({ dueOn, overdueDays }) => <span className={overdueDays > 0 ? 'settlement-late' : undefined}>{dueOn}</span> },
            { id: 'due', header: t('settlement.due'), width: 104, align: 'end', cell: ({ dueFen }) => <Money fen={dueFen} strong /> },
          ]} />
        )}
      </Section>
      {changing ? <CreditDialog account={account} onClose={() => setChanging(false)} /> : null}
    </article>
  )
}

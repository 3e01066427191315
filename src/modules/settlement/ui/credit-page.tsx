import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listCreditAccounts } from '../contract.ts'
import { settlementPermissions } from '../permissions.ts'
import { Ages } from './ages.tsx'
import { CreditAccount } from './credit-account.tsx'
import { CreditDialog } from './credit-dialog.tsx'
import { CreditTag } from './credit-tag.tsx'
import { settlementTexts } from './texts.ts'
import './settlement.css'

/** Who may owe, how much of it is used, and what is overdue. */
export function CreditPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const { customerId } = useParams({ strict: false }) as { customerId?: string }
  const navigate = useNavigate()
  const maySet = useMay()(settlementPermissions.setCredit)
  const [find, setFind] = useState('')
  const [adding, setAdding] = useState(false)
  const word = useDeferredValue(find.trim())
  const accounts = usePages(listCreditAccounts, { limit: 50, ...(word === '' ? {} : { find: word }) })
  const { data } = useReading(listCreditAccounts, { query: { limit: 1 } })
  const open = (id: string | null) => { void navigate({ to: id === null ? '/credit-accounts' : `/credit-accounts/${id}` }) }
  return (
    <PageFrame title={t('settlement.credit')} fill actions={maySet ? <Button kind="primary" icon={Plus} onPress={() => setAdding(true)}>{t('settlement.add-credit')}</Button> : undefined}>
      <SplitView showing={customerId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('settlement.credit')} sideLabel={t('settlement.credit')}
        list={<ListPane label={t('settlement.credit')} rows={accounts.rows} rowKey={(row) => row.customerId} state={accounts.state} selectedKey={customerId ?? null} pageKeys onOpen={(row) => open(row.customerId)}
          head={(
            <div className="receivable-filter">
              <Ages label={t('settlement.credit-by-age')} ages={data?.ages ?? []} />
              <TextField label={t('settlement.find-credit')} hideLabel type="search" placeholder={t('settlement.find-credit')} name="find" value={find} onChange={setFind} maxLength={60} trailing={<Search size={14} aria-hidden />} />
            </div>
          )}
          empty={<EmptyState>{t(word === '' ? 'settlement.no-credit' : 'settlement.no-such-credit')}</EmptyState>}
          loadMore={accounts.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: accounts.more }}
          row={(row) => ({
            primary: <span className="k-cut">{row.customerName}</span>, status: <CreditTag account={row} />, trailing: <Money fen={row.usedFen} strong />,
            secondary: t('settlement.credit-terms', { limit: row.limitFen / 100, days: row.days }), ...(row.dueOn === null ? {} : { secondaryTrailing: t('settlement.due-on', { day: row.dueOn }) }),
          })} />}
        detail={customerId === undefined ? <EmptyState>{t('settlement.pick-credit')}</EmptyState> : <CreditAccount customerId={customerId} key={customerId} />} />
      {adding ? <CreditDialog account={null} onClose={() => setAdding(false)} /> : null}
    </PageFrame>
  )
}

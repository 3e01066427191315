import { useNavigate, useParams } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { useDeed, usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listDeposits, seeDeposit, takeDeposit } from '../contract.ts'
import { whyNotDeposit } from '../domain/deposit.ts'
import { PaymentForm, useAfterPayment } from './payment-form.tsx'
import { Payments } from './payments.tsx'
import { TillBar } from './till-bar.tsx'
import { settlementTexts } from './texts.ts'
import './settlement.css'

/** Whose money is in hand before his car is settled; found by plate, an order takes another deposit. */
export function DepositsPage() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const { orderId } = useParams({ strict: false }) as { orderId?: string }
  const navigate = useNavigate()
  const [find, setFind] = useState('')
  const deposits = usePages(listDeposits, { ...(find === '' ? {} : { find }), limit: 50 })
  const open = (id: string | null) => { void navigate({ to: id === null ? '/deposits' : `/deposits/${id}` }) }
  return (
    <PageFrame title={t('settlement.deposits')} fill actions={<TillBar />}>
      <SplitView showing={orderId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('settlement.deposit')} sideLabel={t('settlement.deposit')}
        list={<ListPane label={t('settlement.deposits')} rows={deposits.rows} rowKey={({ id }) => id} state={deposits.state} selectedKey={orderId ?? null} pageKeys onOpen={({ id }) => open(id)}
          head={<div className="cashier-filter"><TextField label={t('settlement.find-deposit')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('settlement.find-deposit')} maxLength={40} trailing={<Search size={14} aria-hidden />} /></div>}
          empty={<EmptyState>{t(find === '' ? 'settlement.no-deposits' : 'settlement.no-deposit-found')}</EmptyState>}
          loadMore={deposits.more === null ? undefined : { text: w('web.more', { count: 50 }), onPress: deposits.more }}
          row={(row) => ({ primary: <Plate text={showPlate(row.plate)} />, trailing: <Money fen={row.heldFen} strong />, secondary: [row.ownerName, row.number].filter((part) => part !== '').join(' · ') })} />}
        detail={orderId === undefined ? <EmptyState>{t('settlement.pick-deposit')}</EmptyState> : <Deposit orderId={orderId} key={orderId} />} />
    </PageFrame>
  )
}

function Deposit({ orderId }: { orderId: string }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const sentence = useSentence()
  const result = useReading(seeDeposit, { params: { orderId } })
  const after = useAfterPayment()
  const deed = useDeed(takeDeposit, after.paid)
  if (result.isPending) return <LoadBar busy />
  if (result.isError) return <LoadError state={{ error: sentence(result.error), onRetry: () => { void result.refetch() } }} />
  const { plate, number, ownerName, status, payments, takenFen, usedFen, heldFen } = result.data
  return (
    <article className="settlement">
      <header className="settlement-head"><h2><Plate text={showPlate(plate)} size="detail" /></h2><span className="k-quiet-text">{[number, ownerName].filter((part) => part !== '').join(' · ')}</span></header>
      <Facts layout="columns" facts={[
        { id: 'held', label: t('settlement.deposit-held'), value: <Money fen={heldFen} strong /> }, { id: 'taken', label: t('settlement.deposit-taken'), value: <Money fen={takenFen} /> },
        { id: 'used', label: t('settlement.deposit-used-sum'), value: <Money fen={usedFen} /> },
      ]} />
      <PaymentForm key={after.key} title={t('settlement.take-deposit')} firstFen={null} busy={deed.busy} error={deed.error} whyNotTake={(money) => whyNotDeposit({ ...money, status })}
        onPay={({ keepFen: _, ...body }) => deed.run({ params: { orderId }, body })} />
      {payments.length === 0 ? null : <><Payments payments={payments} /><p className="k-quiet-text">{t('settlement.deposit-refund-hint')}</p></>}
    </article>
  )
}

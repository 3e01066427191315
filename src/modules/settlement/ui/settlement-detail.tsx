import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Plate, Quantity } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { TotalsStrip } from '../../../ui-kit/totals-strip.tsx'
import { seeOrder, type OrderView } from '../../repair-orders/contract.ts'
import { totalsByPayer } from '../../repair-orders/domain/lines.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { printReminder, seeSettlement, settleOrder, type StatementRow } from '../contract.ts'
import { whyNotRemind, whyNotSettle } from '../domain/statement.ts'
import { settlementPermissions } from '../permissions.ts'
import { AskAllowance, type AskedAllowance } from './ask-allowance.tsx'
import { DeliveryForm } from './delivery-form.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { StatementList } from './statement-list.tsx'
import { settlementTexts } from './texts.ts'
import './settlement.css'

export function SettlementDetail({ orderId }: { orderId: string }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const sentence = useSentence()
  const order = useReading(seeOrder, { params: { orderId } })
  const settlement = useReading(seeSettlement, { params: { orderId } })
  const failed = order.error ?? settlement.error
  if (failed !== null) return <LoadError state={{ error: sentence(failed), onRetry: () => { void order.refetch(); void settlement.refetch() } }} />
  if (order.data === undefined || settlement.data === undefined) return <LoadBar busy />
  const { statements, delivery } = settlement.data
  return (
    <article className="settlement">
      <header className="settlement-head"><h2><Plate text={showPlate(order.data.plate)} size="detail" /></h2><span className="k-quiet-text">{order.data.number} · {order.data.ownerName}</span></header>
      {order.data.status === 'ready' ? <SettleForm order={order.data} heldFen={settlement.data.heldFen} asked={settlement.data.allowance} statements={statements} key={settlement.data.allowance?.grantedBy ?? ''} /> : null}
      {statements.length === 0 ? null : <StatementList statements={statements} />}
      {order.data.status === 'settled' && delivery === null
        ? <DeliveryForm order={order.data} next={settlement.data.nextService} customerDueFen={statements.filter(({ payer, reversedAt, creditDueOn }) => payer === 'customer' && reversedAt === null && creditDueOn === null).reduce((sum, { dueFen }) => sum + dueFen, 0)} /> : null}
      {delivery === null ? null : <Button icon={Printer} whyNot={t.refusal(whyNotRemind(delivery))} onPress={() => openPaper(printReminder, { orderId })}>{t('settlement.print-reminder')}</Button>}
    </article>
  )
}

/** What each payer will owe, line by line; an allowance is for a supervisor. */
function SettleForm({ order, heldFen, asked, statements }: { order: OrderView; heldFen: number; asked: AskedAllowance; statements: readonly StatementRow[] }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const toast = useToast()
  const grantedFen = asked === null || asked.grantedBy === null ? 0 : asked.amountFen
  const [allowance, setAllowance] = useState<number | null>(grantedFen === 0 ? null : grantedFen)
  const [reason, setReason] = useState(grantedFen === 0 ? '' : asked?.reason ?? '')
  const [asking, setAsking] = useState(false)
  const deed = useDeed(settleOrder, ({ statements: made }) => toast({ text: t('settlement.made', { numbers: t.list(made.map(({ number }) => number)) }) }))
  const totals = totalsByPayer(order.lines)
  const mayAllow = may(settlementPermissions.allow)
  const whyNot = t.refusal(whyNotSettle({
    status: order.status, customerFen: totals.find(({ payer }) => payer === 'customer')?.totalFen ?? 0, allowanceFen: allowance ?? 0, allowanceReason: reason, mayAllow, grantedFen,
    partsOff: order.lines.filter(({ kind, issued, quantityThousandths }) => kind === 'part' && issued !== quantityThousandths).map(({ code }) => code),
    subletOut: order.lines.filter(({ kind, backAt }) => kind === 'sublet' && backAt === null).length, priceFollows: order.lines.filter(({ priceRule }) => priceRule === 'follows').length,
  }))
  return (
    <Section title={t('settlement.to-settle')}>
      <div className="k-stack">
        {heldFen === 0 ? null : <Notice tone="info">{t('settlement.deposit-will-be-used', { held: formatFen(heldFen) })}</Notice>}
        <TotalsStrip label={t('settlement.totals')} totals={totals.map(({ payer, totalFen }) => ({ payer, text: t(`settlement.payer.${payer}`), fen: totalFen }))} />
        <DataTable label={t('settlement.lines')} rows={order.lines} rowKey={({ id }) => id} minimumWidth={520} columns={[
          { id: 'name', header: t('settlement.item'), cell: (line) => <span>{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.code}</span></span> },
          { id: 'quantity', header: t('settlement.quantity'), width: 72, align: 'end', cell: (line) => <Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} /> },
          { id: 'amount', header: t('settlement.amount'), width: 100, align: 'end', cell: (line) => <Money fen={line.amountFen} strong /> },
          { id: 'payer', header: t('settlement.payer'), width: 128, cell: (line) => [line, ...line.shares].map(({ payer }) => t(`settlement.payer.${payer}`)).join(' · ') },
        ]} />
        <AskAllowance orderId={order.id} asked={asked} mayAllow={mayAllow} />
        {mayAllow || grantedFen > 0 ? (
          <div className="k-form">
            <MoneyField label={t('settlement.allowance')} name="allowance" value={allowance} onChange={setAllowance} />
            <TextField label={t('settlement.allowance-reason')} name="allowance-reason" value={reason} onChange={setReason} maxLength={300} />
          </div>
        ) : null}
        <Button kind="primary" whyNot={whyNot} onPress={() => setAsking(true)}>{t('settlement.settle')}</Button>
        {whyNot === null ? null : <p className="settlement-why" role="status">{whyNot}</p>}
      </div>
      {asking ? <SettleDialog order={order} statements={statements} allowanceFen={allowance ?? 0} busy={deed.busy} error={deed.error} onClose={() => setAsking(false)}
        onSettle={() => deed.run({ params: { orderId: order.id }, body: { version: order.version, allowanceFen: allowance ?? 0, allowanceReason: reason } })} /> : null}
    </Section>
  )
}

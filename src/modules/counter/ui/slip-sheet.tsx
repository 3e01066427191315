import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Facts, type Fact } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { whyNotPay } from '../../settlement/domain/statement.ts'
import { PaymentForm, useAfterPayment } from '../../settlement/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { askPriceAgain, handIn, seeSlip, takeDeposit, takeMoney, type SlipView } from '../contract.ts'
import { isPriced, whyNotHandIn, whyNotTakeDeposit, whyNotTakeMoney } from '../domain/slip.ts'
import { counterPermissions } from '../permissions.ts'
import { SlipDeeds } from './slip-deeds.tsx'
import { SlipLines } from './slip-lines.tsx'
import { counterTexts } from './texts.ts'
import { slipTones } from './tones.ts'

export function SlipSheet({ slipId }: { slipId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeSlip, { params: { slipId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet slip={data} />
}

/** For whom, which goods, what they cost and what was paid; the next deed stands on top. */
function Sheet({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const may = useMay()(counterPermissions.pay) && slip.dueFen > 0
  const short = slip.lines.reduce((sum, line) => sum + line.short, 0)
  const before = may && whyNotTakeDeposit({ ...slip, short }) === null
  return (
    <article className="counter-sheet" aria-label={slip.number}>
      <header className="counter-head">
        <h2>{slip.name === '' ? t('counter.walk-in') : slip.name}</h2><StatusTag tone={slipTones[slip.status]} text={t(`counter.status.${slip.status}`)} />
        {slip.overdue ? <StatusTag tone="danger" text={t('counter.overdue')} /> : null}
        {slip.outsideFen > 0 ? <StatusTag tone="warn" text={t('counter.outside', { by: slip.outsideBy, amount: formatFen(slip.outsideFen) })} /> : null}
        {slip.writeOffAsked ? <StatusTag tone="info" text={t('counter.write-off-asked')} /> : null}
        {slip.dueFen < 0 ? <StatusTag tone="danger" text={t('counter.to-refund', { amount: formatFen(-slip.dueFen) })} /> : null}<span className="k-quiet-text">{slip.number}</span>
      </header>
      <SlipDeeds slip={slip} />
      {slip.reason === '' ? null : <Notice tone="warn" title={t(`counter.status.${slip.status}`)}>{slip.reason}</Notice>}
      <RefusedPrice slip={slip} />
      <Facts layout="columns" facts={useFacts(slip)} />
      {short > 0 && slip.depositsFor.length > 0 ? <p className="k-quiet-text">{t('counter.deposits-for', { kinds: slip.depositsFor.map(({ kind, depositFen }) => t('counter.deposit-of-kind', { kind, amount: formatFen(depositFen) })).join(' · ') })}</p> : null}
      {slip.outsideFen > 0 && may ? <HandIn slip={slip} /> : null}
      {before || (may && slip.outsideFen === 0 && whyNotTakeMoney(slip) === null) ? <TakeMoney slip={slip} before={before} /> : null}
      <SlipLines slip={slip} />
      <Returns slip={slip} />
      <Payments slip={slip} />
      <WriteOffs slip={slip} />
    </article>
  )
}

/** A price that nobody approved leads on: it is asked for again, or the slip is cancelled. */
function RefusedPrice({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(askPriceAgain, () => { setAsking(false); toast({ text: t('counter.price-asked-again') }) })
  const said = slip.priceRequest
  if (said === null || said.state === 'asked') return null
  return (
    <Notice tone="danger" title={t('counter.price-refused-title')}>
      <div className="k-stack">
        <span>{said.state === 'refused' ? t('counter.price-refused', { name: said.name, reason: said.reason }) : t('counter.price-withdrawn')}</span><span>{t('counter.price-refused-hint')}</span>
        {may(counterPermissions.write) ? <div className="k-row"><Button onPress={() => setAsking(true)}>{t('counter.ask-price-again')}</Button></div> : null}
      </div>
      {asking ? (
        <ConfirmDialog title={t('counter.ask-price-again')} confirmText={t('counter.ask-price-again')} kind="primary" busy={deed.busy} error={deed.error} onClose={() => setAsking(false)} reason={{ label: t('counter.reason'), missing: t('counter.reason-missing') }}
          onConfirm={(reason) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, reason } })}>{t('counter.ask-price-again-question')}</ConfirmDialog>
      ) : null}
    </Notice>
  )
}

function useFacts(slip: SlipView): Fact[] {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const moments = useMoments()
  const fact = (id: string, label: string, value: Fact['value'] | null, wide = false): Fact[] => (value === null || value === '' ? [] : [{ id, label, value, wide }])
  const money = (id: string, label: string, fen: number | null, strong = false) => fact(id, label, fen === null ? null : <Money fen={fen} strong={strong} />)
  const sale = slip.kind === 'sale'
  return [
    ...(isPriced(slip.kind) ? money('total', t('counter.total'), slip.totalFen, true) : []), ...(sale ? [...money('paid', t('counter.paid'), slip.paidFen), ...money('deposit', t('counter.deposit'), slip.depositFen === 0 ? null : slip.depositFen), ...money('due', t('counter.due'), Math.max(0, slip.dueFen), true)] : []),
    ...money('cod', t('counter.cod'), slip.codFen), ...money('written-off', t('counter.written-off-sum'), slip.writtenOffFen === 0 ? null : slip.writtenOffFen),
    ...money('returned', t('counter.returned-sum'), slip.returnedFen === 0 ? null : slip.returnedFen), ...money('cost', t('counter.cost'), slip.costFen),
    ...money('allowance', `${t('counter.allowance')}${slip.allowanceReason === '' ? '' : ` (${slip.allowanceReason})`}`, slip.allowanceFen === 0 ? null : slip.allowanceFen),
    ...fact('paper', t('counter.paper-number'), slip.paperNumber), ...fact('due-on', t('counter.due-on'), slip.dueOn), ...fact('phone', t('counter.phone'), slip.phone),
    ...fact('job', t('counter.month-of'), slip.orderId === null ? (slip.kind === 'consumable' ? t('counter.of-month') : null) : <Link to={`/repair-orders/${slip.orderId}`}>{showPlate(slip.plate)} {slip.orderNumber}</Link>),
    ...fact('opened', t('counter.opened-by'), `${slip.openedByName} ${moments.full(slip.openedAt)}`), ...fact('issued', t('counter.issued-by'), slip.issuedAt === null ? null : `${slip.issuedByName ?? ''} ${moments.full(slip.issuedAt)}`),
    ...fact('handed', t('counter.handed-by'), slip.handedAt === null || slip.way === null ? null : [`${slip.handedByName ?? ''} ${moments.full(slip.handedAt)}`, t(`counter.way.${slip.way}`), slip.carrier, slip.waybill, slip.address].filter((word) => word !== '').join(' · '), true),
    ...fact('note', t('counter.note'), slip.note, true),
  ]
}

/** Before the goods are picked a deposit is taken, later what is due. */
function TakeMoney({ slip, before }: { slip: SlipView; before: boolean }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const after = useAfterPayment()
  const deed = useDeed(before ? takeDeposit : takeMoney, after.paid)
  return (
    <PaymentForm key={after.key} {...(before ? { title: t('counter.take-deposit') } : {})} firstFen={before ? after.key === 0 ? firstDeposit(slip) : null : after.firstFen ?? slip.dueFen} busy={deed.busy} error={deed.error} whyNotTake={(money) => whyNotPay({ ...money, payer: 'customer', dueFen: slip.dueFen, reversed: false })}
      onPay={({ keepFen: _, ...body }) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, ...body } })} />
  )
}

/** What who took the goods collected; a smaller sum says why, and the rest stays owed. */
function HandIn({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const after = useAfterPayment()
  const [reason, setReason] = useState('')
  const deed = useDeed(handIn, after.paid)
  const short = (amountFen: number | null) => amountFen !== null && amountFen < slip.outsideFen
  return (
    <PaymentForm key={after.key} title={t('counter.hand-in', { by: slip.outsideBy })} firstWay="cash" firstFen={after.firstFen ?? slip.outsideFen} busy={deed.busy} error={deed.error}
      extra={{ whyNot: (amountFen) => t.refusal(whyNotHandIn({ ...slip, amountFen, reason })), fields: (amountFen) => (short(amountFen) ? <TextField label={t('counter.short-reason')} hint={t('counter.short-hint', { amount: formatFen(slip.outsideFen - (amountFen ?? 0)), by: slip.outsideBy })} name="short-reason" value={reason} onChange={setReason} required maxLength={300} /> : null) }}
      whyNotTake={(money) => whyNotPay({ ...money, payer: 'customer', dueFen: slip.dueFen, reversed: false })}
      onPay={({ keepFen: _, ...body }) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, ...body, reason } })} />
  )
}

/** The largest that a kind of order asks for, less what is held; nothing where nothing is asked. */
const firstDeposit = ({ depositsFor, depositFen, dueFen }: SlipView): number | null => {
  const open = Math.min(dueFen, Math.max(0, ...depositsFor.map((kind) => kind.depositFen)) - depositFen)
  return open > 0 ? open : null
}

function Returns({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const moments = useMoments()
  if (slip.returns.length === 0) return null
  const line = (lineId: string) => slip.lines.find(({ id }) => id === lineId)
  const columns: Column<SlipView['returns'][number]>[] = [
    { id: 'kind', header: t('counter.state'), width: 90, cell: (row) => t(`counter.kind-of.${row.kind}`) },
    { id: 'part', header: t('counter.part'), cell: (row) => `${line(row.lineId)?.partNumber ?? ''} · ${row.reason}` },
    { id: 'quantity', header: t('counter.quantity'), align: 'end', width: 90, cell: (row) => <Quantity thousandths={row.thousandths} unit={line(row.lineId)?.unit ?? ''} /> },
    ...(isPriced(slip.kind) ? [{ id: 'amount', header: t('counter.amount'), align: 'end' as const, width: 100, cell: (row: SlipView['returns'][number]) => <Money fen={row.amountFen} /> }] : []),
    { id: 'who', header: t('counter.recorded'), width: 220, cell: (row) => `${row.personName} ${moments.full(row.at)}` },
  ]
  return <Section title={t('counter.history')}><DataTable label={t('counter.history')} columns={columns} rows={slip.returns} rowKey={({ id }) => id} minimumWidth={680} /></Section>
}

function Payments({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const moments = useMoments()
  if (slip.payments.length === 0) return null
  const columns: Column<SlipView['payments'][number]>[] = [
    { id: 'number', header: t('counter.numbers'), width: 170, cell: (row) => row.number },
    { id: 'way', header: t('settlement.way'), width: 90, cell: (row) => t(`settlement.way.${row.way}`) },
    { id: 'deposit', header: t('counter.state'), width: 80, cell: (row) => (row.prepaid ? t('counter.deposit-tag') : '') },
    { id: 'amount', header: t('counter.amount'), align: 'end', width: 110, cell: (row) => <Money fen={row.amountFen} /> },
    { id: 'reason', header: t('counter.reason'), cell: (row) => row.reason },
    { id: 'who', header: t('counter.recorded'), width: 220, cell: (row) => `${row.personName} ${moments.full(row.at)}` },
  ]
  return <Section title={t('counter.payments')}><DataTable label={t('counter.payments')} columns={columns} rows={slip.payments} rowKey={({ id }) => id} minimumWidth={800} /></Section>
}

function WriteOffs({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const moments = useMoments()
  if (slip.writeOffs.length === 0) return null
  return (
    <Section title={t('counter.write-offs')}>
      <Facts facts={slip.writeOffs.map(({ id, number, amountFen, reason, at, askedByName, personName }) => ({ id, label: number, value: <><Money fen={amountFen} /> {reason} <span className="k-quiet-text">{amountFen < 0 ? t('counter.write-off-back-by', { name: personName, at: moments.full(at) }) : t('counter.write-off-by', { asked: askedByName, name: personName, at: moments.full(at) })}</span></> }))} />
    </Section>
  )
}

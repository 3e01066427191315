import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Plate, Quantity } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { seeSettlement, seeStatement, takePayment, type StatementView } from '../contract.ts'
import { isClaimant } from '../domain/reallocation.ts'
import { whyNotPay } from '../domain/statement.ts'
import { settlementPermissions } from '../permissions.ts'
import { PaymentForm, useAfterPayment } from './payment-form.tsx'
import { Payments } from './payments.tsx'
import { StatementState } from './statement-list.tsx'
import { StatementMenu } from './statement-menu.tsx'
import { settlementTexts } from './texts.ts'

export function StatementDetail({ statementId }: { statementId: string }) {
  const sentence = useSentence()
  const result = useReading(seeStatement, { params: { statementId } })
  if (result.isPending) return <LoadBar busy />
  if (result.isError) return <LoadError state={{ error: sentence(result.error), onRetry: () => { void result.refetch() } }} />
  return <Statement statement={result.data} />
}

function Statement({ statement }: { statement: StatementView }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const may = useMay()
  return (
    <article className="settlement">
      <header className="settlement-head">
        <h2><Plate text={showPlate(statement.plate)} size="detail" /></h2><StatementState statement={statement} />
        <span className="k-quiet-text">{statement.number} · {statement.orderNumber}</span><StatementMenu statement={statement} depositFen={statement.depositFen} />
      </header>
      <Facts layout="columns" facts={[
        { id: 'payer', label: t('settlement.payer'), value: [t(`settlement.payer.${statement.payer}`), statement.payerName].filter((part) => part !== '').join(' · ') },
        { id: 'total', label: t('settlement.total'), value: <Money fen={statement.totalFen} strong /> }, { id: 'due', label: t('settlement.due'), value: <Money fen={statement.dueFen} strong /> },
        { id: 'net', label: t('settlement.net'), value: <Money fen={statement.netFen} /> }, { id: 'tax', label: t('settlement.tax'), value: <Money fen={statement.taxFen} /> },
        { id: 'made', label: t('settlement.made-by'), value: `${statement.personName} ${moments.full(statement.at)}` },
        ...(statement.depositFen === 0 ? [] : [{ id: 'deposit', label: t('settlement.deposit-used-sum'), value: <Money fen={statement.depositFen} /> }]),
        ...(statement.allowanceFen === 0 ? [] : [{ id: 'allowance', label: t('settlement.allowance'), value: <><Money fen={statement.allowanceFen} /> {t('settlement.allowance-by', { name: statement.allowanceBy ?? '', reason: statement.allowanceReason ?? '' })}</>, wide: true }]),
        ...(statement.creditDueOn === null ? [] : [{ id: 'credit', label: t('settlement.on-credit'), value: t('settlement.owes-until', { name: statement.debtorName ?? '', day: statement.creditDueOn }) }]),
        ...(statement.dueOn === null || statement.creditDueOn !== null || statement.dueFen === 0 ? [] : [{ id: 'due-on', label: t('settlement.due-day'), value: <span className={statement.overdueDays > 0 ? 'settlement-late' : undefined}>{statement.dueOn}</span> }]),
        ...(statement.supplementReason === null ? [] : [{ id: 'supplement', label: t('settlement.refusal-reason'), value: statement.supplementReason, wide: true }]),
        ...(statement.reversalReason === null ? [] : [{ id: 'reversal', label: t('settlement.reversal-reason'), value: statement.reversalReason, wide: true }]),
      ]} />
      {statement.dueFen > 0 && may(settlementPermissions.pay) ? <StatementPayment statement={statement} /> : null}
      {statement.payments.length === 0 ? null : <Payments payments={statement.payments} askable />}
      <Supplements statement={statement} />
      <Section title={t('settlement.lines')}>
        <DataTable label={t('settlement.lines')} rows={statement.lines} rowKey={({ lineId }) => lineId} minimumWidth={520} columns={[
          { id: 'name', header: t('settlement.item'), cell: (line) => <span>{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.code}{line.lineAmountFen === null ? '' : t('settlement.part-of', { whole: formatFen(line.lineAmountFen) })}</span></span> },
          { id: 'quantity', header: t('settlement.quantity'), width: 72, align: 'end', cell: (line) => <Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} /> },
          { id: 'price', header: t('settlement.price'), width: 96, align: 'end', cell: (line) => <Money fen={line.unitPriceFen} /> },
          { id: 'amount', header: t('settlement.amount'), width: 100, align: 'end', cell: (line) => <Money fen={line.amountFen} strong /> },
          { id: 'vat', header: t('settlement.vat'), width: 56, align: 'end', cell: (line) => `${String(line.vatPercent)}%` },
        ]} />
      </Section>
    </article>
  )
}

/** What was refused of a claim, and who bears it instead. */
function Supplements({ statement }: { statement: StatementView }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const settlement = useReading(seeSettlement, { params: { orderId: statement.orderId } }, { enabled: statement.supplementOf !== null || isClaimant(statement.payer) })
  const rows = settlement.data?.statements.filter(({ supplementOf }) => supplementOf === statement.id) ?? []
  if (rows.length === 0) return null
  return (
    <Section title={t('settlement.supplements')}>
      <DataTable label={t('settlement.supplements')} rows={rows} rowKey={({ id }) => id} minimumWidth={480} columns={[
        { id: 'number', header: t('settlement.number'), cell: ({ number, supplementReason }) => <span>{number} <span className="k-quiet-text">{supplementReason}</span></span> },
        { id: 'payer', header: t('settlement.payer'), width: 96, cell: ({ payer }) => t(`settlement.payer.${payer}`) },
        { id: 'total', header: t('settlement.total'), width: 108, align: 'end', cell: ({ totalFen }) => <Money fen={totalFen} strong /> },
        { id: 'due', header: t('settlement.due'), width: 100, align: 'end', cell: ({ dueFen }) => <Money fen={dueFen} /> },
      ]} />
    </Section>
  )
}

function StatementPayment({ statement }: { statement: StatementView }) {
  const after = useAfterPayment()
  const deed = useDeed(takePayment, after.paid)
  const { payer, dueFen } = statement
  return <PaymentForm key={after.key} firstFen={after.firstFen ?? dueFen} {...(payer === 'customer' ? { keepAboveFen: dueFen } : { firstWay: 'transfer' as const })} busy={deed.busy} error={deed.error}
    whyNotTake={(money) => whyNotPay({ ...money, payer, dueFen, reversed: statement.reversedAt !== null })} onPay={(body) => deed.run({ params: { statementId: statement.id }, body: { version: Math.max(statement.version, after.version), ...body } })} />
}

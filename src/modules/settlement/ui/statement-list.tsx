import { useTexts } from '../../../platform/web/language.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import type { StatementRow } from '../contract.ts'
import { StatementMenu } from './statement-menu.tsx'
import { settlementTexts } from './texts.ts'

/** How a statement stands, as a word with its colour. */
export function StatementState({ statement }: { statement: StatementRow }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  if (statement.reversedAt !== null) return <StatusTag tone="neutral" text={t('settlement.is-reversed')} />
  if (statement.overdueDays > 0) return <StatusTag tone="danger" text={t('settlement.overdue-by', { days: statement.overdueDays })} />
  if (statement.dueFen > 0 && statement.creditDueOn !== null) return <StatusTag tone="warn" text={t('settlement.on-credit')} />
  return statement.dueFen > 0 ? <StatusTag tone="danger" text={t('settlement.due')} /> : <StatusTag tone="done" text={t('settlement.paid')} />
}

export function StatementList({ statements }: { statements: readonly StatementRow[] }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  return (
    <Section title={t('settlement.statements')}>
      <DataTable label={t('settlement.statements')} rows={statements} rowKey={({ id }) => id} minimumWidth={520} columns={[
        { id: 'number', header: t('settlement.number'), cell: ({ number, supplementOf }) => <span>{number} {supplementOf === null ? null : <StatusTag tone="neutral" text={t('settlement.supplement')} />}</span> },
        { id: 'payer', header: t('settlement.payer'), width: 88, cell: ({ payer }) => t(`settlement.payer.${payer}`) },
        { id: 'total', header: t('settlement.total'), width: 108, align: 'end', cell: ({ totalFen }) => <Money fen={totalFen} strong /> },
        { id: 'due', header: t('settlement.due'), width: 100, align: 'end', cell: ({ dueFen }) => <Money fen={dueFen} /> },
        { id: 'state', header: t('settlement.state'), width: 84, cell: (statement) => <StatementState statement={statement} /> },
        { id: 'menu', header: '', headerLabel: t('settlement.more-actions'), width: 44, cell: (statement) => <StatementMenu statement={statement} /> },
      ]} />
    </Section>
  )
}

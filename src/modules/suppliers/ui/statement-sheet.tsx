import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { seeStatement, type StatementLine, type StatementView } from '../contract.ts'
import { lineStates } from '../domain/statement.ts'
import { supplierPermissions } from '../permissions.ts'
import { LineDialog } from './line-dialog.tsx'
import { StatementDeeds } from './statement-deeds.tsx'
import { supplierTexts } from './texts.ts'
import { kindTones, statementTones, stateTones } from './tones.ts'

export function StatementSheet({ statementId }: { statementId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeStatement, { params: { statementId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet statement={data} />
}

/** Theirs beside ours, what became of each difference, the invoice and its payment. */
function Sheet({ statement }: { statement: StatementView }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const moments = useMoments()
  const who = (name: string | null, at: string | null): string => (at === null ? '–' : `${name ?? ''} ${moments.full(at)}`)
  return (
    <article className="su-sheet" aria-label={statement.number}>
      <header className="su-head">
        <h2>{statement.supplierName} · {statement.month}</h2><StatusTag tone={statementTones[statement.status]} text={t(`suppliers.status.${statement.status}`)} />
        {statement.maker ? <StatusTag tone="neutral" text={t('suppliers.maker')} /> : null}{statement.left === 0 ? null : <StatusTag tone="danger" text={t('suppliers.left', { count: statement.left })} />}
        <span className="k-quiet-text">{statement.number}</span>
      </header>
      <StatementDeeds statement={statement} />
      {statement.words === '' ? null : <Notice tone="warn">{statement.words}</Notice>}
      <Facts layout="columns" facts={[
        { id: 'opened', label: t('suppliers.opened'), value: who(statement.openedByName, statement.openedAt) }, { id: 'closed', label: t('suppliers.closed-by'), value: who(statement.closedByName, statement.closedAt) },
        ...(statement.agreedFen === null ? [] : [{ id: 'agreed', label: t('suppliers.invoice-amount'), value: <Money fen={statement.agreedFen} strong /> }]),
        ...(statement.invoiceNumber === null ? [] : [
          { id: 'invoice', label: t('suppliers.invoice'), value: statement.invoiceNumber }, { id: 'day', label: t('suppliers.invoice-day'), value: statement.invoiceDay },
          { id: 'total', label: t('suppliers.total'), value: <Money fen={(statement.agreedFen ?? 0) + (statement.taxFen ?? 0)} strong /> },
          { id: 'asked', label: t('suppliers.asked'), value: who(statement.askedByName, statement.askedAt) }, { id: 'signed', label: t('suppliers.signed'), value: who(statement.signedByName, statement.signedAt) },
        ]),
      ]} />
      {statement.payments.length === 0 ? null : <Payments statement={statement} />}
      <Lines statement={statement} />
    </article>
  )
}

const differs = ({ kind }: StatementLine): boolean => kind !== 'equal'
/** What still asks for something comes first, what both sides say last. */
const rank = (line: StatementLine): number => (differs(line) ? lineStates.indexOf(line.state) : lineStates.length)

function Lines({ statement }: { statement: StatementView }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const works = useMay()(supplierPermissions.reconcile) && statement.status === 'open'
  const [only, setOnly] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  const rows = statement.lines.filter((line) => !only || differs(line)).toSorted((a, b) => rank(a) - rank(b) || a.partNumber.localeCompare(b.partNumber))
  const line = statement.lines.find(({ id }) => id === picked)
  const side = (thousandths: number | null, fen: number | null) => (thousandths === null ? '–' : <span className="su-pair"><Money fen={fen} /><span className="k-quiet-text"><Quantity thousandths={thousandths} /></span></span>)
  const columns: Column<StatementLine>[] = [
    { id: 'kind', header: t('suppliers.kind'), width: 96, cell: ({ kind }) => <StatusTag tone={kindTones[kind]} text={t(`suppliers.kind.${kind}`)} /> },
    { id: 'part', header: t('suppliers.part'), cell: (row) => <span className="su-cell"><strong>{row.partNumber}</strong><span className="k-quiet-text">{row.document === '' ? row.ourDocument : row.document}</span></span> },
    { id: 'theirs', header: t('suppliers.theirs'), align: 'end', width: 98, cell: (row) => side(row.theirThousandths, row.theirFen) },
    { id: 'ours', header: t('suppliers.ours'), align: 'end', width: 98, cell: (row) => side(row.ourThousandths, row.ourFen) },
    { id: 'difference', header: t('suppliers.difference'), align: 'end', width: 98, cell: (row) => (differs(row) ? <Money fen={(row.theirFen ?? 0) - (row.ourFen ?? 0)} /> : null) },
    { id: 'state', header: t('suppliers.state'), width: 150, cell: (row) => <Handling line={row} /> },
    { id: 'agreed', header: t('suppliers.agreed'), align: 'end', width: 106, cell: (row) => <Money fen={row.agreedFen} strong /> },
  ]
  return (
    <Section title={t('suppliers.lines')} actions={<CheckField label={t('suppliers.only-differences')} checked={only} onChange={setOnly} />}>
      <DataTable label={t('suppliers.lines')} columns={columns} rows={rows} rowKey={({ id }) => id} minimumWidth={756} empty={<EmptyState>{t('suppliers.no-lines-yet')}</EmptyState>} {...(works ? { onOpen: ({ id }: StatementLine) => setPicked(id) } : {})} />
      {line === undefined || !works ? null : <LineDialog key={line.id} statement={statement} line={line} onClose={() => setPicked(null)} />}
    </Section>
  )
}

function Handling({ line }: { line: StatementLine }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  if (!differs(line)) return null
  return (
    <span className="su-cell">
      {line.state === 'settled' ? line.outcome === null ? null : t(`suppliers.outcome.${line.outcome}`) : <span><StatusTag tone={stateTones[line.state]} text={t(`suppliers.state.${line.state}`)} /></span>}
      {line.words === '' ? null : <span className="k-quiet-text">{line.words} · {line.saidByName}</span>}
    </span>
  )
}

type Payment = StatementView['payments'][number]

function Payments({ statement }: { statement: StatementView }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const moments = useMoments()
  const columns: Column<Payment>[] = [
    { id: 'number', header: t('suppliers.number'), width: 190, cell: ({ number }) => number },
    { id: 'reference', header: t('suppliers.pay-reference'), cell: ({ reference, reason }) => <span className="su-cell">{reference}{reason === '' ? null : <span className="k-quiet-text">{reason}</span>}</span> },
    { id: 'who', header: t('suppliers.person'), width: 180, cell: ({ personName, at }) => `${personName} ${moments.full(at)}` },
    { id: 'amount', header: t('suppliers.amount'), align: 'end', width: 110, cell: ({ fen }) => <Money fen={fen} strong /> },
  ]
  return <Section title={t('suppliers.payments')}><DataTable label={t('suppliers.payments')} columns={columns} rows={statement.payments} rowKey={({ id }) => id} minimumWidth={600} empty={null} /></Section>
}

import { Link } from '@tanstack/react-router'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Steps } from '../../../ui-kit/steps.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { seeReturn, type ReturnLine, type ReturnView } from '../contract.ts'
import { ReturnDeeds } from './return-deeds.tsx'
import { supplierReturnTexts } from './texts.ts'
import { returnTones } from './tones.ts'

export function ReturnSheet({ returnId }: { returnId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeReturn, { params: { returnId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet one={data} />
}

const stepIds = ['asked', 'agreed', 'sent', 'slip', 'arrived', 'credited'] as const

/** The goods, what was agreed, and how far they are on their way. */
function Sheet({ one }: { one: ReturnView }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const moments = useMoments()
  const note = (name: string | null, at: string | null): string | undefined => (at === null ? undefined : `${name ?? ''} ${moments.full(at)}`)
  const notes: Readonly<Record<(typeof stepIds)[number], string | undefined>> = {
    asked: note(one.askedByName, one.askedAt), agreed: note(one.agreedByName, one.agreedAt), sent: note(one.sentByName, one.sentAt), slip: note(one.slipByName, one.slipAt), arrived: note(one.arrivedByName, one.arrivedAt), credited: one.statementNumber ?? undefined,
  }
  const next = stepIds.find((step) => notes[step] === undefined)
  const over = one.status === 'withdrawn' || one.status === 'reversed'
  return (
    <article className="sr-sheet" aria-label={one.number}>
      <header className="sr-head"><h2>{one.supplierName}</h2><StatusTag tone={returnTones[one.status]} text={t(`supplier-returns.status.${one.status}`)} />{one.overdue ? <StatusTag tone="danger" text={t('supplier-returns.overdue')} /> : null}<span className="k-quiet-text">{one.number}</span></header>
      <ReturnDeeds one={one} />
      {one.words === '' ? null : <Notice tone="warn" title={t(`supplier-returns.status.${one.status}`)}>{one.words}</Notice>}
      <Steps label={t('supplier-returns.progress')} steps={stepIds.map((step) => ({ id: step, text: t(`supplier-returns.step.${step}`), note: notes[step], state: notes[step] !== undefined ? 'done' : step === next && !over ? 'current' : 'coming' }))} />
      <Facts layout="columns" facts={[
        ...(one.about === '' ? [] : [{ id: 'about', label: t('supplier-returns.about'), value: one.about }]),
        { id: 'cost', label: t('supplier-returns.cost'), value: <Money fen={one.costFen} /> },
        ...(one.agreedAt === null ? [] : [{ id: 'credit', label: t('supplier-returns.credit-net'), value: <Money fen={one.creditFen} strong /> }]),
        ...(one.agreedWith === null ? [] : [{ id: 'agreement', label: t('supplier-returns.agreement'), value: t.named(one.agreedWith, one.agreedWords ?? ''), wide: true }]),
        ...(one.document === null ? [] : [{ id: 'document', label: t('supplier-returns.document'), value: one.document }]),
        ...(one.waybill === '' ? [] : [{ id: 'waybill', label: t('supplier-returns.waybill'), value: one.waybill }]),
        ...(one.arrivedWith === null ? [] : [{ id: 'arrived', label: t('supplier-returns.arrived-with'), value: one.arrivedWith }]),
        ...(one.statementId === null ? [] : [{ id: 'statement', label: t('supplier-returns.statement'), value: <><Link to={`/supplier-statements/${one.statementId}`}>{one.statementNumber}</Link> <Money fen={one.creditedFen} /></> }]),
        ...(one.counterDocument === null ? [] : [{ id: 'counter', label: t('supplier-returns.counter-document'), value: one.counterDocument }]),
      ]} />
      <Goods rows={one.rows} />
      <Section title={t('supplier-returns.photos')}><PhotoStrip subject="supplier-return" subjectId={one.id} occasion="problem" open={one.days !== null} size="desk" /></Section>
    </article>
  )
}

function Goods({ rows }: { rows: readonly ReturnLine[] }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const english = useLanguage() === 'en'
  const columns: Column<ReturnLine>[] = [
    { id: 'part', header: t('supplier-returns.part'), cell: (row) => <span className="sr-cell"><strong>{row.partNumber}</strong><span className="k-quiet-text">{english ? row.nameEn : row.nameZh}</span></span> },
    { id: 'bin', header: t('supplier-returns.place'), width: 120, cell: ({ bin }) => bin },
    { id: 'cause', header: t('supplier-returns.cause'), width: 150, cell: ({ cause }) => t(`supplier-returns.cause.${cause}`) },
    { id: 'quantity', header: t('supplier-returns.quantity'), align: 'end', width: 90, cell: (row) => <Quantity thousandths={row.thousandths} unit={row.unit} /> },
    { id: 'cost', header: t('supplier-returns.cost'), align: 'end', width: 100, cell: ({ costFen }) => <Money fen={costFen} /> },
    { id: 'credit', header: t('supplier-returns.credit'), align: 'end', width: 100, cell: ({ creditFen }) => <Money fen={creditFen} /> },
  ]
  return <DataTable label={t('supplier-returns.goods')} columns={columns} rows={rows} rowKey={({ id }) => id} minimumWidth={680} empty={<EmptyState>{t('supplier-returns.no-goods')}</EmptyState>} />
}

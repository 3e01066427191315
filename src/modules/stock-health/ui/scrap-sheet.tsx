import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Steps } from '../../../ui-kit/steps.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { seeScrap, type ScrapLine, type ScrapView } from '../contract.ts'
import { steps } from '../domain/scrap.ts'
import { usePartColumns } from './part-columns.tsx'
import { ScrapDeeds } from './scrap-deeds.tsx'
import { stockHealthTexts } from './texts.ts'
import { scrapTones } from './tones.ts'

export function ScrapSheet({ scrapId }: { scrapId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeScrap, { params: { scrapId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet scrap={data} />
}

/** The goods, why they go, and how far the signatures are. */
function Sheet({ scrap }: { scrap: ScrapView }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const moments = useMoments()
  const signed = (step: (typeof steps)[number]) => scrap.signatures.find((one) => one.step === step)
  return (
    <article className="sh-sheet" aria-label={scrap.number}>
      <header className="sh-head"><h2>{scrap.reason}</h2><StatusTag tone={scrapTones[scrap.status]} text={t(`stock-health.status.${scrap.status}`)} /><span className="k-quiet-text">{scrap.number}</span></header>
      <ScrapDeeds scrap={scrap} />
      {scrap.words === '' ? null : <Notice tone="warn" title={t(`stock-health.status.${scrap.status}`)}>{scrap.words}</Notice>}
      <Steps label={t('stock-health.signatures')} steps={steps.map((step) => {
        const signature = signed(step)
        return { id: step, text: t(`stock-health.step.${step}`), note: signature === undefined ? undefined : `${signature.personName} ${moments.full(signature.at)}`, state: signature !== undefined ? 'done' : scrap.next === step ? 'current' : 'coming' }
      })} />
      <Facts layout="columns" facts={[
        { id: 'applicant', label: t('stock-health.applicant'), value: `${scrap.askedByName} ${moments.full(scrap.askedAt)}` },
        { id: 'cost', label: t(scrap.document === null ? 'stock-health.expected' : 'stock-health.off-books'), value: <Money fen={scrap.costFen} strong /> },
        ...(scrap.document === null ? [] : [{ id: 'document', label: t('stock-health.document'), value: `${scrap.document}${scrap.movedAt === null ? '' : ` ${moments.full(scrap.movedAt)}`}` }]),
        ...(scrap.counterDocument === null ? [] : [{ id: 'counter', label: t('stock-health.counter-document'), value: scrap.counterDocument }]),
      ]} />
      <Goods rows={scrap.rows} />
      <Section title={t('stock-health.photos')}><PhotoStrip subject="scrap" subjectId={scrap.id} occasion="damage" open={scrap.next !== null || scrap.status === 'sent-back'} size="desk" /></Section>
    </article>
  )
}

function Goods({ rows }: { rows: readonly ScrapLine[] }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const named = usePartColumns<ScrapLine>()
  const columns: Column<ScrapLine>[] = [
    ...named,
    { id: 'bin', header: t('stock-health.place'), width: 120, cell: (row) => row.bin },
    { id: 'cause', header: t('stock-health.cause'), width: 100, cell: (row) => t(`stock-health.cause.${row.cause}`) },
    { id: 'quantity', header: t('stock-health.quantity'), align: 'end', width: 90, cell: (row) => <Quantity thousandths={row.thousandths} unit={row.unit} /> },
    { id: 'cost', header: t('stock-health.cost'), align: 'end', width: 110, cell: (row) => <Money fen={row.costFen ?? row.expectedFen} /> },
  ]
  return <DataTable label={t('stock-health.goods')} columns={columns} rows={rows} rowKey={(row) => row.id} minimumWidth={680} empty={<EmptyState>{t('stock-health.no-parts-yet')}</EmptyState>} />
}

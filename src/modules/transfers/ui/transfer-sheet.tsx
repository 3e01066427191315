import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { seeTransfer, type TransferView } from '../contract.ts'
import { Gaps } from './gaps.tsx'
import { TransferDeeds } from './transfer-deeds.tsx'
import { transferTexts } from './texts.ts'
import { transferTones } from './tones.ts'

export function TransferDetail({ transferId }: { transferId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeTransfer, { params: { transferId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet transfer={data} />
}

/** Who asked whom for what, how far it is, and what became of each piece. */
function Sheet({ transfer }: { transfer: TransferView }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const nameOf = ({ nameZh, nameEn }: TransferView['asking']): string => (english ? nameEn : nameZh)
  const who = (name: string | null, at: string | null): string => (at === null ? '–' : `${name ?? ''} ${moments.full(at)}`)
  const { cost } = transfer
  const shipment = [transfer.carrier, transfer.waybill].filter((word) => word !== '').join(' ')
  return (
    <article className="tf-sheet" aria-label={transfer.number}>
      <header className="tf-head">
        <h2>{t('transfers.from-to', { from: nameOf(transfer.giving), to: nameOf(transfer.asking) })}</h2><StatusTag tone={transferTones[transfer.status]} text={t(`transfers.status.${transfer.status}`)} /><span className="k-quiet-text">{transfer.number}</span>
      </header>
      <TransferDeeds transfer={transfer} />
      <Facts layout="columns" facts={[
        { id: 'asked', label: t('transfers.asked-by'), value: who(transfer.askedByName, transfer.askedAt) }, { id: 'answered', label: t('transfers.answered-by'), value: who(transfer.answeredByName, transfer.answeredAt) },
        { id: 'shipped', label: t('transfers.shipped-by'), value: who(transfer.shippedByName, transfer.shippedAt) },
        ...(transfer.endedAt === null ? [] : [{ id: 'ended', label: t('transfers.ended-by'), value: who(transfer.endedByName, transfer.endedAt) }]),
        ...(transfer.eta === null ? [] : [{ id: 'eta', label: t('transfers.eta'), value: transfer.eta }]), ...(shipment === '' ? [] : [{ id: 'carrier', label: t('transfers.carrier'), value: shipment }]),
        ...(transfer.document === '' ? [] : [{ id: 'document', label: t('transfers.document'), value: transfer.document }]), ...(transfer.note === '' ? [] : [{ id: 'note', label: t('transfers.note'), value: transfer.note, wide: true }]),
        ...(transfer.answer === '' ? [] : [{ id: 'answer', label: t('transfers.answer-words'), value: transfer.answer, wide: true }]), ...(transfer.reason === '' ? [] : [{ id: 'reason', label: t('transfers.reason'), value: transfer.reason, wide: true }]),
      ]} />
      <Lines transfer={transfer} />
      {transfer.gaps.length === 0 ? null : <Gaps transfer={transfer} />}
      {transfer.outcomes.length === 0 ? null : <Outcomes transfer={transfer} />}
      {cost === null || transfer.shippedAt === null ? null : (
        <Facts layout="columns" facts={([['shipped', cost.shippedFen], ['arrived', cost.arrivedFen], ['road', cost.roadFen], ['back', cost.backFen], ['lost', cost.lostFen]] as const).map(([id, fen]) => ({ id, label: t(`transfers.cost-${id}`), value: <Money fen={fen} strong={id === 'shipped'} /> }))} />
      )}
    </article>
  )
}

type Line = TransferView['lines'][number]

function Lines({ transfer }: { transfer: TransferView }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const english = useLanguage() === 'en'
  const phone = useMedia('(max-width: 700px)')
  const sent = transfer.shippedAt !== null
  const part = (line: Line) => <span>{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.partNumber}</span></span>
  const counts: { id: string; header: string; width: number; of: (line: Line) => number }[] = [
    { id: 'asked', header: t('transfers.asked-count'), width: 80, of: ({ asked }) => asked },
    { id: 'agreed', header: t(sent ? 'transfers.shipped-count' : 'transfers.agreed-count'), width: 80, of: ({ shipped, agreed }) => (sent ? shipped : agreed) },
    ...(sent ? [{ id: 'arrived', header: t('transfers.arrived-count'), width: 80, of: ({ arrived }: Line) => arrived }, { id: 'road', header: t('transfers.on-road-count'), width: 110, of: ({ open, missed }: Line) => open + missed }] : []),
  ]
  return (
    <Section title={t('transfers.lines')}>
      {phone ? (
        <ul className="tf-cards">
          {transfer.lines.map((line) => <li key={line.id}><strong>{part(line)}</strong><Facts layout="columns" facts={counts.map(({ id, header, of }) => ({ id, label: header, value: <Quantity thousandths={of(line)} unit={line.unit} /> }))} /></li>)}
        </ul>
      ) : (
        <DataTable label={t('transfers.lines')} rows={transfer.lines} rowKey={({ id }) => id} minimumWidth={420} empty={<EmptyState>{t('transfers.none')}</EmptyState>} columns={[
          { id: 'part', header: t('transfers.part'), cell: part },
          ...counts.map(({ id, header, width, of }) => ({ id, header, width, align: 'end' as const, cell: (line: Line) => <Quantity thousandths={of(line)} unit={line.unit} /> })),
        ]} />
      )}
    </Section>
  )
}

type Outcome = TransferView['outcomes'][number]

function Outcomes({ transfer }: { transfer: TransferView }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const moments = useMoments()
  const phone = useMedia('(max-width: 700px)')
  const what = ({ kind, lineId, takesBack, reason }: Outcome) => <span>{t(takesBack ? 'transfers.outcome.reversed' : `transfers.outcome.${kind}`)} <span className="k-quiet-text">{[transfer.lines.find(({ id }) => id === lineId)?.partNumber ?? '', reason].filter((word) => word !== '').join(' · ')}</span></span>
  const who = ({ personName, at }: Outcome) => `${personName} ${moments.time(at)}`
  return (
    <Section title={t('transfers.outcomes')}>
      {phone ? (
        <ul className="tf-cards">
          {transfer.outcomes.map((outcome) => <li key={outcome.id}><span className="tf-head"><strong>{what(outcome)}</strong><Quantity thousandths={outcome.thousandths} /><Money fen={outcome.costFen} /></span><span className="k-quiet-text">{[outcome.document, who(outcome)].filter((word) => word !== '').join(' · ')}</span></li>)}
        </ul>
      ) : (
        <DataTable label={t('transfers.outcomes')} rows={transfer.outcomes} rowKey={({ id }) => id} minimumWidth={480} empty={<EmptyState>{t('transfers.none')}</EmptyState>} columns={[
          { id: 'kind', header: t('transfers.outcomes'), cell: what },
          { id: 'quantity', header: t('transfers.quantity'), width: 76, align: 'end', cell: ({ thousandths }) => <Quantity thousandths={thousandths} /> },
          { id: 'cost', header: t('transfers.cost'), width: 92, align: 'end', cell: ({ costFen }) => <Money fen={costFen} /> },
          { id: 'document', header: t('transfers.document'), width: 160, cell: ({ document }) => document },
          { id: 'who', header: t('transfers.who'), width: 150, cell: who },
        ]} />
      )}
    </Section>
  )
}

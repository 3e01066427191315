import { Printer } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed, usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import type { AnswerOf } from '../../../platform/contract.ts'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { listPartMoves, printLabel, quarantine, seePartStock, takeBackReceipt } from '../contract.ts'
import { stockPermissions } from '../permissions.ts'
import { stockTexts } from './texts.ts'

type View = AnswerOf<typeof seePartStock>
type Lot = View['lots'][number]
type Move = AnswerOf<typeof listPartMoves>['rows'][number]

export function PartStock({ partId }: { partId: string }) {
  const t = useTexts(stockTexts.zh, stockTexts.en)
  const english = useLanguage() === 'en'
  const sentence = useSentence()
  const view = useReading(seePartStock, { params: { partId } })
  if (view.isPending) return <LoadBar busy />
  if (view.isError) return <LoadError state={{ error: sentence(view.error), onRetry: () => { void view.refetch() } }} />
  const { part, lots } = view.data
  return (
    <article className="stock-part">
      <header><h2>{english ? part.nameEn : part.nameZh}</h2><span className="k-quiet-text">{part.number}</span></header>
      <Facts layout="columns" facts={[
        { id: 'on-hand', label: t('stock.on-hand'), value: <Quantity thousandths={part.onHand} unit={part.unit} /> }, { id: 'reserved', label: t('stock.reserved'), value: <Quantity thousandths={part.reserved} unit={part.unit} /> },
        { id: 'free', label: t('stock.free'), value: <Quantity thousandths={part.free} unit={part.unit} /> }, { id: 'quarantined', label: t('stock.quarantined'), value: <Quantity thousandths={part.quarantined} unit={part.unit} /> },
        ...(part.valueFen === null ? [] : [{ id: 'value', label: t('stock.value'), value: <Money fen={part.valueFen} strong /> }]),
      ]} />
      <Lots partId={partId} lots={lots} unit={part.unit} />
      <Moves partId={partId} unit={part.unit} />
    </article>
  )
}

/** Oldest first: the order in which they are handed out. */
function Lots({ partId, lots, unit }: { partId: string; lots: readonly Lot[]; unit: string }) {
  const t = useTexts(stockTexts.zh, stockTexts.en)
  const may = useMay()
  const [damaged, setDamaged] = useState<Lot | null>(null)
  return (
    <Section title={t('stock.lots')}>
      <DataTable label={t('stock.lots')} rows={lots} rowKey={({ lotId, placeId }) => `${lotId} ${placeId}`} minimumWidth={440} empty={<EmptyState>{t('stock.no-lots')}</EmptyState>} columns={[
        { id: 'bin', header: t('stock.bin'), cell: ({ bin, kind }) => (kind === 'quarantine' ? <StatusTag tone="danger" text={bin} /> : bin) },
        { id: 'received', header: t('stock.received-on'), width: 100, cell: ({ receivedOn }) => receivedOn },
        { id: 'here', header: t('stock.here'), width: 84, align: 'end', cell: ({ here }) => <Quantity thousandths={here} unit={unit} /> },
        { id: 'cost', header: t('stock.lot-cost'), width: 104, align: 'end', cell: ({ costFen }) => <Money fen={costFen} /> },
        { id: 'document', header: t('stock.document'), width: 150, cell: ({ document }) => document },
        { id: 'menu', header: '', headerLabel: t('stock.more-actions'), width: 44, cell: (lot) => (
          <Menu label={t('stock.more-actions')} kind="quiet" items={[
            { id: 'label', icon: Printer, text: t('stock.print-label'), onPick: () => openPaper(printLabel, { partId, lotId: lot.lotId, placeId: lot.placeId }) },
            ...(may(stockPermissions.quarantine) && lot.kind === 'bin' ? [{ id: 'quarantine', text: t('stock.quarantine'), destructive: true, separated: true, onPick: () => setDamaged(lot) }] : []),
          ]} />) },
      ]} />
      {damaged === null ? null : <QuarantineDialog partId={partId} lot={damaged} unit={unit} onClose={() => setDamaged(null)} />}
    </Section>
  )
}

/** All of the lot in its bin, or the pieces of it that are damaged. */
function QuarantineDialog({ partId, lot: { lotId, placeId, bin, here }, unit, onClose }: { partId: string; lot: Lot; unit: string; onClose: () => void }) {
  const t = useTexts(stockTexts.zh, stockTexts.en)
  const [thousandths, setThousandths] = useState<number | null>(here)
  const [tried, setTried] = useState(false)
  const deed = useDeed(quarantine, onClose)
  const wrong = thousandths === null || thousandths <= 0 || thousandths > here
  return (
    <ConfirmDialog title={t('stock.quarantine')} confirmText={t('stock.quarantine')} busy={deed.busy} error={deed.error} reason={{ label: t('stock.reason'), missing: t('stock.reason-missing') }} onClose={onClose}
      onConfirm={(reason) => { setTried(true); if (!wrong) deed.run({ body: { partId, lotId, placeId, thousandths, reason } }) }}>
      <div className="k-stack">
        <span>{t('stock.quarantine-question', { bin })}</span>
        <QuantityField label={t('stock.damaged-quantity')} name="quantity" value={thousandths} onChange={setThousandths} unit={unit} required error={tried && wrong ? t('stock.more-than-here', { here: formatThousandths(here) }) : null} />
      </div>
    </ConfirmDialog>
  )
}

function Moves({ partId, unit }: { partId: string; unit: string }) {
  const t = useTexts(stockTexts.zh, stockTexts.en)
  const moments = useMoments()
  const may = useMay()
  const w = useTexts(webZh, webEn)
  const moves = usePages(listPartMoves, { partId, limit: 50 })
  const [wrong, setWrong] = useState<Move | null>(null)
  const deed = useDeed(takeBackReceipt, () => setWrong(null))
  return (
    <Section title={t('stock.moves')}>
      <DataTable label={t('stock.moves')} rows={moves.rows} rowKey={({ id }) => id} minimumWidth={520} empty={<EmptyState>{t('stock.no-moves')}</EmptyState>} columns={[
        { id: 'at', header: t('stock.at'), width: 104, cell: ({ at }) => moments.time(at) },
        { id: 'way', header: t('stock.way'), cell: ({ from, to, reason }) => <span>{from} → {to} <span className="k-quiet-text">{reason}</span></span> },
        { id: 'quantity', header: t('stock.quantity'), width: 84, align: 'end', cell: ({ thousandths }) => <Quantity thousandths={thousandths} unit={unit} /> },
        { id: 'cost', header: t('stock.cost'), width: 96, align: 'end', cell: ({ costFen }) => <Money fen={costFen} /> },
        { id: 'document', header: t('stock.document'), width: 150, cell: ({ document }) => document },
        { id: 'menu', header: '', headerLabel: t('stock.more-actions'), width: 44, cell: (move) => (may(stockPermissions.takeBack) && move.mayBeTakenBack
          ? <Menu label={t('stock.more-actions')} kind="quiet" items={[{ id: 'take-back', text: t('stock.take-back'), destructive: true, onPick: () => setWrong(move) }]} /> : null) },
      ]} />
      {moves.more === null ? null : <Button kind="quiet" onPress={moves.more}>{w('web.more', { count: 50 })}</Button>}
      {wrong === null ? null : (
        <ConfirmDialog title={t('stock.take-back')} confirmText={t('stock.take-back')} busy={deed.busy} error={deed.error} reason={{ label: t('stock.reason'), missing: t('stock.reason-missing') }}
          onConfirm={(reason) => deed.run({ params: { moveId: wrong.id }, body: { reason } })} onClose={() => setWrong(null)}>{t('stock.take-back-question', { document: wrong.document })}</ConfirmDialog>
      )}
    </Section>
  )
}

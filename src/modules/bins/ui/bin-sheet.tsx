import { ArrowLeft, Printer } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { seeBin, type BinView, type LotHere } from '../contract.ts'
import { binPermissions } from '../permissions.ts'
import { ClassDialog, StateDialog, type StateChange } from './arrange-dialogs.tsx'
import { MoveList } from './move-list.tsx'
import { binTexts } from './texts.ts'
import { openLabels } from './zone-map.tsx'

export function BinSheet({ placeId, onBack }: { placeId: string; onBack: () => void }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeBin, { params: { placeId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet view={data} onBack={onBack} />
}

/** What lies in it, how each part is stored, and what was moved in and out. */
function Sheet({ view: { bin, lots, moves }, onBack }: { view: BinView; onBack: () => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const arranges = useMay()(binPermissions.arrange)
  const [change, setChange] = useState<StateChange | null>(null)
  const [part, setPart] = useState<LotHere | null>(null)
  return (
    <article className="bin-sheet" aria-label={bin.code}>
      <div className="bin-back"><Button kind="quiet" icon={ArrowLeft} onPress={onBack}>{t('bins.title')}</Button></div>
      <header className="bin-zone-head">
        <h2 translate="no">{bin.code}</h2>{bin.active ? null : <StatusTag tone="neutral" text={t('bins.out-of-use')} />}
        <Menu label={t('bins.more')} items={[
          { id: 'label', icon: Printer, text: t('bins.print-bin'), onPick: () => openLabels({ of: 'bins', placeId: bin.placeId }) },
          { id: 'lots', icon: Printer, text: t('bins.print-lots'), whyNot: lots.length === 0 ? t('bins.empty-bin') : null, onPick: () => openLabels({ of: 'lots', placeId: bin.placeId }) },
          ...(!arranges ? [] : [
            { id: 'block', text: t(bin.blocked === '' ? 'bins.block' : 'bins.unblock'), separated: true, onPick: () => setChange(bin.blocked === '' ? 'block' : 'unblock') },
            { id: 'retire', text: t(bin.active ? 'bins.retire' : 'bins.reuse'), destructive: bin.active, onPick: () => setChange(bin.active ? 'retire' : 'reuse') },
          ]),
        ]} />
      </header>
      {bin.blocked === '' ? null : <Notice tone="warn">{t('bins.blocked-because', { reason: bin.blocked })}</Notice>}
      {bin.misplaced === 0 ? null : <Notice tone="danger">{t('bins.misplaced-count', { count: bin.misplaced })}</Notice>}
      {lots.length === 0 ? <EmptyState>{t('bins.empty-bin')}</EmptyState> : <ul className="bin-lots">{lots.map((lot) => <OneLot key={lot.lotId} lot={lot} onClass={arranges ? () => setPart(lot) : null} />)}</ul>}
      <Section title={t('bins.moves')}><MoveList moves={moves} /></Section>
      {change === null ? null : <StateDialog bin={bin} change={change} onClose={() => setChange(null)} />}
      {part === null ? null : <ClassDialog part={part} onClose={() => setPart(null)} />}
    </article>
  )
}

function OneLot({ lot, onClass }: { lot: LotHere; onClass: (() => void) | null }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const english = useLanguage() === 'en'
  return (
    <li className="bin-lot">
      <div className="bin-line"><strong>{english ? lot.nameEn : lot.nameZh}</strong><span className="k-quiet-text">{lot.partNumber}</span><span className="bin-end"><Quantity thousandths={lot.here} unit={lot.unit} /></span></div>
      <div className="bin-line">
        <span className="k-quiet-text">{t('bins.received-on', { day: lot.receivedOn })}</span>
        {lot.free === lot.here ? null : <span className="k-quiet-text">{t('bins.free', { count: formatThousandths(lot.free) })}</span>}
        {lot.broken === null ? <StatusTag tone="neutral" text={t(`bins.class.${lot.storage}`)} /> : <StatusTag tone="danger" text={t(`bins.broken.${lot.broken}`)} />}
        {onClass === null ? null : <span className="bin-end"><Button kind="quiet" onPress={onClass}>{t('bins.set-class')}</Button></span>}
      </div>
    </li>
  )
}

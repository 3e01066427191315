import { Printer, Settings2 } from 'lucide-react'
import { fileAddress } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { printLabels, type BinRow, type ZoneRow } from '../contract.ts'
import { cellStates, stateOf } from './state-of.ts'
import { binTexts } from './texts.ts'

/** Labels as one roll in a new window. */
export const openLabels = (query: Readonly<Record<string, string>>): void => { window.open(fileAddress(printLabels, { query }), '_blank', 'noopener') }

export function Legend() {
  const t = useTexts(binTexts.zh, binTexts.en)
  return <ul className="bin-legend">{cellStates.map((state) => <li key={state}><span className="bin-swatch" data-state={state} />{t(`bins.filling.${state}`)}</li>)}</ul>
}

type Props = { zone: ZoneRow; bins: readonly BinRow[]; chosen: string | null; onOpen: (placeId: string) => void; onDescribe: (() => void) | null }

/** A zone: its racks side by side, the levels of each as they stand, the highest above. */
export function ZoneMap({ zone, bins, chosen, onOpen, onDescribe }: Props) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const racks = Map.groupBy(bins, ({ rack }) => rack)
  const holds = zone.holds.map((kind) => t(`bins.class.${kind}`)).join(' · ')
  return (
    <section className="bin-zone k-panel" aria-label={t('bins.zone', { code: zone.code })}>
      <header className="bin-zone-head">
        <h2>{t('bins.zone', { code: zone.code })}{zone.name === '' ? '' : ` · ${zone.name}`}</h2>
        <span className="k-quiet-text">{zone.version === 0 ? t('bins.zone-undescribed') : holds}</span>
        {zone.near ? <StatusTag tone="info" text={t('bins.zone-near')} /> : null}{zone.staging ? <StatusTag tone="warn" text={t('bins.zone-staging')} /> : null}
        <Menu label={t('bins.more')} kind="quiet" items={[
          { id: 'labels', icon: Printer, text: t('bins.print-zone'), whyNot: bins.length === 0 ? t('bins.none') : null, onPick: () => openLabels({ of: 'bins', zone: zone.code }) },
          ...(onDescribe === null ? [] : [{ id: 'describe', icon: Settings2, text: t('bins.describe'), onPick: onDescribe }]),
        ]} />
      </header>
      <div className="bin-racks" data-scrolls tabIndex={0} role="group" aria-label={t('bins.zone', { code: zone.code })}>
        {[...racks].map(([rack, levels]) => (
          <div key={rack} className="bin-rack">
            {levels.toSorted((a, b) => (b.level ?? 0) - (a.level ?? 0)).map((bin) => {
              const state = stateOf(bin, zone)
              const [words, count] = [t(`bins.filling.${state}`), t('bins.parts-count', { parts: bin.parts })]
              return (
                <button key={bin.placeId} type="button" className="bin-cell" data-state={state} aria-pressed={bin.placeId === chosen} onClick={() => onOpen(bin.placeId)}>
                  <span translate="no">{bin.code}</span><small>{state === 'room' ? count : state === 'full' ? `${words} · ${count}` : words}</small>
                </button>
              )
            })}
          </div>
        ))}
      </div>
    </section>
  )
}

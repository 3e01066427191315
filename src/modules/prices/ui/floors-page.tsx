import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { addDays } from '../../../kernel/time.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { listSold, seeFloors, soldByPerson, type FloorRow, type SoldLine } from '../contract.ts'
import { flooredPayers, type FlooredPayer } from '../domain/floor.ts'
import { pricePermissions } from '../permissions.ts'
import { FloorDialog } from './floor-dialog.tsx'
import { priceTexts } from './texts.ts'
import { percentText } from './tones.ts'
import './prices.css'

/** How far above cost the store sells at least, and what was sold below. */
export function FloorsPage() {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  return (
    <PageFrame title={t('prices.floors')} fill>
      <div className="pr-tab k-panel">
        <Floors />
        <Sold />
      </div>
    </PageFrame>
  )
}

const useFloorText = () => {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  return (percent: number | null): string => (percent === null ? t('prices.floor-none') : t('prices.floor-is', { percent: String(percent / 100) }))
}

function Floors() {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const sentence = useSentence()
  const sets = useMay()(pricePermissions.setFloor)
  const moments = useMoments()
  const floorText = useFloorText()
  const [setting, setSetting] = useState<FlooredPayer | null>(null)
  const { data, isError, error, refetch } = useReading(seeFloors, {})
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  if (data === undefined) return <LoadBar busy />
  const floorOf = (payer: FlooredPayer): FloorRow | undefined => data.floors.find((floor) => floor.payer === payer)
  return (
    <>
      <p className="k-quiet-text">{t('prices.floors-hint')}</p>
      <ul className="pr-list">{flooredPayers.map((payer) => (
        <li key={payer}><strong>{t(`prices.payer.${payer}`)}</strong><span>{floorText(floorOf(payer)?.percent ?? null)}</span>{sets ? <Button size="desk" onPress={() => setSetting(payer)}>{`${t('prices.set-floor')} · ${t(`prices.payer.${payer}`)}`}</Button> : null}</li>
      ))}</ul>
      <Section title={t('prices.history')}>
        {data.history.length === 0 ? <p className="k-quiet-text">{t('prices.no-history')}</p> : (
          <ul className="pr-list">{data.history.map((one) => <li key={`${one.payer} ${String(one.edition)}`}><strong>{t(`prices.payer.${one.payer}`)}</strong><span>{floorText(one.percent)}</span><span className="k-quiet-text">{one.personName} {moments.full(one.at)} · {one.reason}</span></li>)}</ul>
        )}
      </Section>
      {setting === null ? null : <FloorDialog payer={setting} floor={floorOf(setting)} onClose={() => setSetting(null)} />}
    </>
  )
}

/** This month and the eleven before it. */
function monthsUntil(today: string): string[] {
  const months = [today.slice(0, 7)]
  while (months.length < 12) months.push(addDays(`${months.at(-1) ?? ''}-01`, -1).slice(0, 7))
  return months
}

function Sold() {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const w = useTexts(webZh, webEn)
  const navigate = useNavigate()
  const today = useToday()
  const [month, setMonth] = useState(today.slice(0, 7))
  const [person, setPerson] = useState('all')
  const people = useReading(soldByPerson, { query: { month } }).data?.rows ?? []
  const { rows, state, more } = usePages(listSold, { month, limit: 60, ...(person === 'all' ? {} : { personId: person }) })
  const columns = useSoldColumns()
  return (
    <Section title={t('prices.sold')}>
      <div className="pr-filters">
        <SelectField label={t('prices.month')} name="month" value={month} onChange={(value) => { setMonth(value); setPerson('all') }} choices={monthsUntil(today).map((value) => ({ value, text: value }))} />
        <SelectField label={t('prices.person')} name="person" value={person} onChange={setPerson} choices={[{ value: 'all', text: t('prices.everybody') }, ...people.map(({ personId, personName, lines }) => ({ value: personId, text: `${personName} · ${String(lines)}` }))]} />
      </div>
      <DataTable label={t('prices.sold')} columns={columns} rows={rows} rowKey={({ lineId }) => lineId} state={state} minimumWidth={880} onOpen={({ orderId, slipId }) => { void navigate({ to: orderId === null ? `/counter/${slipId ?? ''}` : `/repair-orders/${orderId}` }) }} empty={<EmptyState>{t('prices.none-sold')}</EmptyState>}
        footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 60 })}</Button>} />
    </Section>
  )
}

function useSoldColumns(): Column<SoldLine>[] {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const english = useLanguage() === 'en'
  return [
    { id: 'day', header: t('prices.day'), width: 100, cell: ({ day }) => day },
    { id: 'place', header: t('prices.place'), width: 190, cell: ({ number, slipId, about }) => <span className="pr-cell"><span>{number}</span><span className="k-quiet-text">{slipId === null ? about : t('prices.at-counter', { name: about })}</span></span> },
    { id: 'part', header: t('prices.part'), cell: (row) => <span className="pr-cell"><strong>{row.partNumber}</strong><span className="k-quiet-text">{english ? row.nameEn : row.nameZh}</span></span> },
    { id: 'person', header: t('prices.person'), width: 90, cell: ({ personName }) => personName },
    { id: 'payer', header: t('prices.who-pays'), width: 90, cell: ({ payer }) => t(`prices.payer.${payer}`) },
    { id: 'net', header: t('prices.net'), align: 'end', width: 100, cell: ({ netFen }) => <Money fen={netFen} strong /> },
    { id: 'cost', header: t('prices.cost'), align: 'end', width: 90, cell: ({ costFen }) => <Money fen={costFen} /> },
    { id: 'floor', header: t('prices.floor'), align: 'end', width: 80, cell: ({ percent }) => percentText(percent) },
    { id: 'approved', header: t('prices.approved-by'), width: 90, cell: ({ approvedByName }) => approvedByName ?? '–' },
  ]
}

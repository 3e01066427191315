import { useState, type ReactNode } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Money, PayerTag, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { listVersions, type OrderView } from '../contract.ts'
import { totalsByPayer } from '../domain/lines.ts'
import { compareVersions, type Compared, type ShownLine } from '../domain/versions.ts'
import { repairOrderTexts } from './texts.ts'
import './compare-versions.css'

type Side = { readonly id: string; readonly text: string; readonly lines: readonly ShownLine[] }

/** What the customer was shown, beside what he was shown later or what stands now. */
export function CompareVersions({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const versions = useReading(listVersions, { params: { orderId: order.id } })
  const rows = versions.data?.rows ?? []
  const sides: readonly Side[] = [{ id: 'now', text: t('repair-orders.version-now'), lines: order.lines },
    ...rows.map(({ number, at, personName, way, lines }) => ({ id: String(number), text: `${t('repair-orders.version', { number })} · ${moments.full(at)} · ${t(`repair-orders.version-way.${way}`)} · ${personName}`, lines }))]
  return (
    <Dialog title={t('repair-orders.versions')} size="wide" onClose={onClose}>
      {versions.isError ? <LoadError state={{ error: sentence(versions.error), onRetry: () => { void versions.refetch() } }} /> : null}
      {versions.data === undefined && !versions.isError ? <Skeleton kind="list" lines={6} /> : null}
      {versions.data !== undefined && rows.length === 0 ? <EmptyState>{t('repair-orders.no-versions')}</EmptyState> : null}
      {rows.length === 0 ? null : <Comparison sides={sides} />}
    </Dialog>
  )
}

function Comparison({ sides }: { sides: readonly Side[] }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const [[left, right], setPair] = useState<readonly [string, string]>([sides[1]?.id ?? 'now', 'now'])
  const linesOf = (id: string) => sides.find((side) => side.id === id)?.lines ?? []
  const choices = sides.map(({ id, text }) => ({ value: id, text }))
  const compared = compareVersions(linesOf(left), linesOf(right))
  return (
    <div className="versions">
      <div className="versions-row versions-heads">
        <SelectField<string> label={t('repair-orders.version-before')} name="before" value={left} onChange={(id) => setPair([id, right])} choices={choices} />
        <SelectField<string> label={t('repair-orders.version-after')} name="after" value={right} onChange={(id) => setPair([left, id])} choices={choices} />
      </div>
      <ul aria-label={t('repair-orders.versions')}>
        {compared.map((row) => <li key={(row.before ?? row.after).id} className="versions-row" data-change={row.change}><ComparedLine row={row} /></li>)}
      </ul>
      <div className="versions-row versions-totals"><Totals label={t('repair-orders.version-before')} lines={linesOf(left)} /><Totals label={t('repair-orders.version-after')} lines={linesOf(right)} /></div>
    </div>
  )
}

const tones = { added: 'active', removed: 'danger', changed: 'warn' } as const

function ComparedLine({ row }: { row: Compared }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const mark = row.change === 'same' ? null
    : <StatusTag tone={tones[row.change]} text={'differs' in row ? row.differs.map((one) => t(`repair-orders.version-differs.${one}`)).join(' · ') : t(`repair-orders.version-${row.change}`)} />
  return (
    <>
      {row.before === null ? <span className="versions-nothing" aria-hidden>–</span> : <OneLine line={row.before} mark={row.after === null ? mark : null} />}
      {row.after === null ? <span className="versions-nothing" aria-hidden>–</span> : <OneLine line={row.after} mark={mark} twin={row.change === 'same'} />}
    </>
  )
}

function OneLine({ line, mark, twin = false }: { line: ShownLine; mark: ReactNode; /** The same stands beside it: one column shows it once. */ twin?: boolean }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  return (
    <div className="versions-line" data-twin={twin}>
      <span className="versions-name">{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.code}</span> {mark}</span>
      <span className="versions-figures">
        <Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} /><Money fen={line.unitPriceFen} /><Money fen={line.amountFen} strong />
        {[line, ...line.shares].map(({ payer }) => <PayerTag key={payer} payer={payer} short={t(`repair-orders.payer-short.${payer}`)} full={t(`repair-orders.payer.${payer}`)} />)}
      </span>
    </div>
  )
}

function Totals({ label, lines }: { label: string; lines: readonly ShownLine[] }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  return (
    <dl aria-label={label}>
      <dt className="versions-side">{label}</dt><dd><Money fen={lines.reduce((sum, { amountFen }) => sum + amountFen, 0)} strong /></dd>
      {totalsByPayer(lines).map(({ payer, totalFen }) => <div key={payer} className="versions-total"><dt>{t(`repair-orders.payer.${payer}`)}</dt><dd><Money fen={totalFen} /></dd></div>)}
    </dl>
  )
}

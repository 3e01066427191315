import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { enterCount, enterEmpty, seeBin, type ShelfRow } from '../contract.ts'
import type { Code } from './code-box.tsx'
import { countTexts } from './texts.ts'

type Part = Pick<ShelfRow, 'partId' | 'number' | 'nameZh' | 'nameEn' | 'unit'>
export type BinSheetProps = { countId: string; placeId: string; recounting: boolean; scanned: Code | null; onClose: () => void }

/** One bin: its parts without quantities, the scanned one first, and what was found there that nobody listed. */
export function BinSheet({ countId, placeId, recounting, scanned, onClose }: BinSheetProps) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeBin, { params: { countId, placeId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  const part = scanned?.part ?? null
  const rows = data.rows.toSorted((a, b) => Number(b.partId === part?.partId) - Number(a.partId === part?.partId))
  const open = rows.filter((row) => (recounting ? row.recount && !row.mine : row.entries === 0))
  const unlisted = part !== null && !rows.some(({ partId }) => partId === part.partId) ? part : null
  return (
    <section className="counting-sheet" aria-label={data.bin}>
      <header className="counting-head"><h2>{data.bin}</h2><Button kind="quiet" icon={ArrowLeft} onPress={onClose}>{t('counts.back-to-bins')}</Button></header>
      {unlisted === null ? null : (
        <div className="counting-line k-panel" data-scanned><Notice tone="info">{t('counts.not-listed', { part: unlisted.number })}</Notice><PartName part={unlisted} /><Entry countId={countId} placeId={placeId} part={unlisted} main /></div>
      )}
      {rows.length === 0 && unlisted === null ? <p className="k-quiet-text">{t('counts.nothing-here')}</p> : null}
      <ul className="counting-lines">{rows.map((row) => <OneShelf key={row.lineId} countId={countId} placeId={placeId} row={row} recounting={recounting} scanned={row.partId === part?.partId} main={row === open[0]} />)}</ul>
      {open.length === 0 ? null : <EmptyBin countId={countId} placeId={placeId} count={open.length} onDone={onClose} />}
    </section>
  )
}

function PartName({ part }: { part: Part }) {
  const english = useLanguage() === 'en'
  return <div className="counting-part"><strong>{part.number}</strong><span>{english ? part.nameEn : part.nameZh}</span></div>
}

function OneShelf({ countId, placeId, row, recounting, scanned, main }: { countId: string; placeId: string; row: ShelfRow; recounting: boolean; scanned: boolean; main: boolean }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const [again, setAgain] = useState(false)
  const wanted = recounting ? row.recount && !row.mine : row.entries === 0
  return (
    <li className="counting-line k-panel" data-scanned={scanned || undefined} aria-label={row.number}>
      <div className="counting-line-head">
        <PartName part={row} />
        {row.entries === 0 ? null : <StatusTag tone={row.recount ? 'warn' : 'done'} text={t(row.recount && recounting ? 'counts.line-recount' : row.mine ? 'counts.by-you' : 'counts.by-other')} />}
      </div>
      {wanted || again ? <Entry countId={countId} placeId={placeId} part={row} main={main} onDone={() => setAgain(false)} /> : null}
      {!wanted && !again && !row.mine && !recounting ? <Button kind="quiet" onPress={() => setAgain(true)}>{t('counts.second')}</Button> : null}
    </li>
  )
}

function Entry({ countId, placeId, part, main, onDone }: { countId: string; placeId: string; part: Part; main: boolean; onDone?: () => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const toast = useToast()
  const [quantity, setQuantity] = useState<number | null>(null)
  const deed = useDeed(enterCount, () => { setQuantity(null); onDone?.(); toast({ text: t('counts.entered', { part: part.number }) }) })
  const enter = (thousandths: number) => deed.run({ params: { countId }, body: { placeId, partId: part.partId, thousandths } })
  return (
    <form className="counting-entry" onSubmit={(event) => { event.preventDefault(); if (quantity !== null) enter(quantity) }}>
      <QuantityField label={t('counts.quantity')} name="quantity" value={quantity} onChange={setQuantity} unit={part.unit} />
      <Button kind={main ? 'primary' : 'plain'} submit busy={deed.busy} whyNot={quantity === null ? t('counts.fill-quantity') : null}>{t('counts.enter')}</Button>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </form>
  )
}

function EmptyBin({ countId, placeId, count, onDone }: { countId: string; placeId: string; count: number; onDone: () => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(enterEmpty, () => { setAsking(false); onDone(); toast({ text: t('counts.empty-done') }) })
  return (
    <>
      <Button wide onPress={() => setAsking(true)}>{t('counts.empty')}</Button>
      {asking ? (
        <ConfirmDialog title={t('counts.empty')} confirmText={t('counts.empty')} kind="primary" busy={deed.busy} error={deed.error} onConfirm={() => deed.run({ params: { countId, placeId }, body: {} })} onClose={() => setAsking(false)}>
          {t('counts.empty-question', { count })}
        </ConfirmDialog>
      ) : null}
    </>
  )
}

import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip, usePhotosWaiting } from '../../photos/ui/public.tsx'
import { listPlaces } from '../../stock/contract.ts'
import { handOverPapers, seeReceipt, type ReceiptDetail, type ReceiptLine } from '../contract.ts'
import { papers } from '../domain/receipt.ts'
import { receivingPermissions } from '../permissions.ts'
import { CountDialog } from './count-dialog.tsx'
import { FaultCard } from './faults.tsx'
import { ReceiptDeeds } from './receipt-deeds.tsx'
import { receiptTones } from './tones.ts'
import { ScanLine } from './scan-line.tsx'
import { CountedLine } from './counted-line.tsx'
import { receivingTexts } from './texts.ts'
import { useScans } from './use-scans.ts'

/** One delivery: scanned or typed box by box, posted, its papers and its faults. */
export function ReceiptSheet({ receiptId }: { receiptId: string }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const view = useReading(seeReceipt, { params: { receiptId } })
  if (view.isPending) return <LoadBar busy />
  if (view.isError) return <LoadError state={{ error: sentence(view.error), onRetry: () => { void view.refetch() } }} />
  const receipt = view.data
  return (
    <article className="rc-sheet" aria-label={receipt.number}>
      <header className="k-stack">
        <div className="k-row"><strong>{receipt.supplierName}</strong><span>{receipt.deliveryNote}</span><StatusTag tone={receiptTones[receipt.status]} text={t(`receiving.status.${receipt.status}`)} /></div>
        <p className="k-quiet-text">{receipt.number} · {receipt.orderNumber} · {t('receiving.pieces-line', { pieces: receipt.pieces, opened: receipt.opened })}{receipt.waybill === '' ? '' : ` · ${receipt.waybill}`}{receipt.driver === '' ? '' : ` · ${t('receiving.driven-by', { name: receipt.driver })}`} · {t('receiving.begun-by', { name: receipt.begunByName, time: moments.full(receipt.begunAt) })}</p>
        {receipt.waybillWords === '' ? null : <p>{receipt.waybillWords}</p>}{receipt.reason === '' ? null : <Notice tone="warn" title={receipt.endedAt === null ? undefined : t('receiving.ended-by', { state: t(`receiving.status.${receipt.status}`), name: receipt.endedByName ?? '', time: moments.full(receipt.endedAt) })}>{receipt.reason}</Notice>}
      </header>
      <Lines receipt={receipt} />
      <Pictures receipt={receipt} />
      {receipt.faults.length === 0 ? null : <Section title={t('receiving.faults')}><ul className="rc-list">{receipt.faults.map((fault) => <FaultCard key={fault.id} fault={fault} />)}</ul></Section>}
      {receipt.status === 'posted' ? <Papers receipt={receipt} /> : receipt.status === 'reversed' ? <div className="rc-closed-papers"><Papers receipt={receipt} /></div> : null}
      <ReceiptDeeds receipt={receipt} />
    </article>
  )
}

/** A scan counts one more of its part; what is not on this order is said at once. */
function Lines({ receipt }: { receipt: ReceiptDetail }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const may = useMay()
  const [asked, setAsked] = useState<ReceiptLine | null>(null)
  const [scanned, setScanned] = useState<string | null>(null)
  const places = useReading(listPlaces, {}).data?.rows ?? []
  const scans = useScans(receipt)
  const counting = receipt.status === 'counting' && may(receivingPermissions.count)
  const card = (line: ReceiptLine) => <CountedLine key={line.lineId} line={line} scanned={line.lineId === scanned} bin={places.find(({ id }) => id === line.count?.placeId)?.code ?? null} posted={receipt.status !== 'counting'} onCount={counting ? () => setAsked(line) : null} />
  const open = receipt.lines.filter((line) => line.count === null)
  const done = receipt.lines.filter((line) => line.count !== null)
  return (
    <>
      {counting ? <ScanLine lines={receipt.lines} waitingOf={scans.waitingOf} onLine={(line) => { setScanned(line.lineId); scans.put(line) }} /> : null}
      {scans.error === null ? null : <Notice tone="danger">{scans.error}</Notice>}
      {done.length === 0 ? null : <Section title={t('receiving.counted-lines')}><ul className="rc-list">{done.map(card)}</ul></Section>}
      {open.length === 0 ? null : <Section title={t('receiving.to-count')}><ul className="rc-list">{open.map(card)}</ul></Section>}
      {asked === null ? null : <CountDialog receipt={receipt} line={asked} bins={places.filter(({ kind, active }) => kind === 'bin' && active)} onClose={() => setAsked(null)} />}
    </>
  )
}

/** Boxes opened on the spot, and damage: taken while it is counted. */
function Pictures({ receipt }: { receipt: ReceiptDetail }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const open = receipt.status === 'counting'
  const damaged = receipt.lines.some(({ count }) => (count?.damaged ?? 0) > 0)
  return (
    <>
      {receipt.opened > 0 ? <Section title={t('receiving.photos.opened-box')}><PhotoStrip subject="receipt" subjectId={receipt.id} occasion="opened-box" open={open} size="phone" /></Section> : null}
      {damaged ? <Section title={t('receiving.photos.damage')}><PhotoStrip subject="receipt" subjectId={receipt.id} occasion="damage" open={open} size="phone" /></Section> : null}
    </>
  )
}

/** PTS-5.2: three documents, photographed when signed, handed over by a person. */
function Papers({ receipt }: { receipt: ReceiptDetail }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const moments = useMoments()
  const may = useMay()
  const toast = useToast()
  const deed = useDeed(handOverPapers, () => toast({ text: t('receiving.handed-over-now') }))
  const open = receipt.status === 'posted' && receipt.papersAt === null
  const leaving = usePhotosWaiting(receipt.id) > 0 ? t('receiving.photos-leaving') : null
  return (
    <Section title={t('receiving.papers')}>
      <div className="k-stack">
        {open ? <p className="k-quiet-text">{t('receiving.papers-hint')}</p> : receipt.papersAt === null ? null : <StatusTag tone="done" text={t('receiving.handed-over', { name: receipt.papersByName ?? '', time: moments.full(receipt.papersAt) })} />}
        {papers.map((paper) => <div className="k-stack" role="group" aria-label={t(`receiving.paper.${paper}`)} key={paper}><span>{t(`receiving.paper.${paper}`)}</span><PhotoStrip subject="receipt" subjectId={receipt.id} occasion={paper} open={open} size="phone" /></div>)}
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {open && may(receivingPermissions.handOver) ? <div className="k-row"><Button kind="primary" busy={deed.busy} whyNot={leaving} onPress={() => deed.run({ params: { receiptId: receipt.id }, body: { version: receipt.version } })}>{t('receiving.hand-over')}</Button></div> : null}
      </div>
    </Section>
  )
}

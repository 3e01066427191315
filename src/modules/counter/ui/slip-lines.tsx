import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { formatFen, formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { LeaveDialog, ScanBox, type Leaving } from '../../picking/ui/public.tsx'
import { en as purchasingEn } from '../../purchasing/texts/en.ts'
import { zh as purchasingZh } from '../../purchasing/texts/zh-CN.ts'
import { useDeviationWords } from '../../repair-orders/ui/public.tsx'
import { pickSlip, type SlipLine, type SlipView } from '../contract.ts'
import { isPriced, whyNotAtPrice } from '../domain/slip.ts'
import { counterPermissions } from '../permissions.ts'
import { AskForLine, LoseLine } from './short-dialogs.tsx'
import { counterTexts } from './texts.ts'

/** The goods; while the slip is open a scanned label picks its line. */
export function SlipLines({ slip }: { slip: SlipView }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const picks = useMay()(counterPermissions.pick) && slip.status === 'open'
  const deed = useDeed(pickSlip, ({ number }) => { setLeaving(null); toast({ text: t('counter.picked', { number }) }) })
  const open = slip.lines.filter(({ issued, thousandths }) => issued < thousandths)
  const [leaving, setLeaving] = useState<readonly Leaving[] | null>(null)
  const pick = (lines: readonly Pick<Leaving, 'lineId' | 'scannedLotId' | 'unscannedWhy'>[]) => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, lines: lines.map(({ lineId, scannedLotId, unscannedWhy }) => ({ lineId, scannedLotId, unscannedWhy })) } })
  const ask = (lines: readonly SlipLine[]) => setLeaving(lines.map(({ id, partNumber }) => ({ lineId: id, number: partNumber, scannedLotId: null, unscannedWhy: null })))
  return (
    <Section title={t('counter.lines')}>
      <div className="counter-lines">
        {picks && open.length > 0 ? (
          <>
            <ScanBox lines={open.map((line) => ({ lineId: line.id, partId: line.partId, number: line.partNumber, wanted: line.thousandths, issued: line.issued, lots: line.lots }))}
              onScanned={(scanned) => {
                if (scanned === null || scanned.refused) return
                if (scanned.lotId === null) ask(open.filter(({ id }) => id === scanned.lineId)) // a part's number is no lot's label
                else pick([{ lineId: scanned.lineId, scannedLotId: scanned.lotId, unscannedWhy: null }])
              }} />
            {deed.error === null || leaving !== null ? null : <Notice tone="danger">{deed.error}</Notice>}
          </>
        ) : null}
        <ul className="counter-lines">{slip.lines.map((line) => <OneLine key={line.id} slip={slip} line={line} />)}</ul>
        {picks && open.length > 0 ? <Button kind="primary" wide busy={deed.busy} whyNot={whyNotAtPrice(slip.lines) === null ? null : t('counter.price-first')} onPress={() => ask(open)}>{t('counter.pick-all')}</Button> : null}
        {leaving === null ? null : (
          <LeaveDialog title={t('counter.pick-all')} confirmText={t('counter.pick-all')} scanning={slip.scanning} leaving={leaving} busy={deed.busy} error={deed.error} onConfirm={() => pick(leaving)} onClose={() => setLeaving(null)}
            onWhy={(lineId, unscannedWhy) => setLeaving(leaving.map((line) => (line.lineId === lineId ? { ...line, unscannedWhy } : line)))} />
        )}
      </div>
    </Section>
  )
}

function OneLine({ slip, line }: { slip: SlipView; line: SlipLine }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const p = useTexts(purchasingZh, purchasingEn)
  const english = useLanguage() === 'en'
  const sells = useMay()(counterPermissions.sell) && slip.kind === 'sale' && slip.status === 'open'
  const [asking, setAsking] = useState<'ask' | 'lose' | null>(null)
  const count = formatThousandths
  const saidWhy = useDeviationWords()
  const refused = slip.priceRequest !== null && slip.priceRequest.state !== 'asked'
  const waits = line.request !== null && (line.request.status === 'asked' || line.request.status === 'sourced')
  const tags = [
    line.reserved > 0 ? <StatusTag key="reserved" tone="info" text={t('counter.reserved', { count: count(line.reserved) })} /> : null, line.short > 0 ? <StatusTag key="short" tone="danger" text={t('counter.short', { count: count(line.short) })} /> : null,
    line.issued > 0 ? <StatusTag key="issued" tone="active" text={t('counter.issued', { count: count(line.issued) })} /> : null, line.returned > 0 ? <StatusTag key="returned" tone="neutral" text={t('counter.returned', { count: count(line.returned) })} /> : null,
    line.consumed > 0 ? <StatusTag key="consumed" tone="done" text={t('counter.consumed', { count: count(line.consumed) })} /> : null,
    line.priceRule !== 'manual' ? null : line.approvedByName === null ? <StatusTag key="price" tone={refused ? 'danger' : 'warn'} text={refused ? t('counter.price-refused-title') : t('counter.price-waits', { reason: saidWhy(line.deviationReason ?? '') })} /> : <StatusTag key="price" tone="done" text={t('counter.price-approved', { name: line.approvedByName })} />,
    line.request === null ? null : <StatusTag key="request" tone="warn" text={t('counter.request', { number: line.request.number, state: [p(`purchasing.status.${line.request.status}`), line.request.eta ?? ''].filter((word) => word !== '').join(' ') })} />,
  ]
  return (
    <li className="counter-line k-panel" aria-label={line.partNumber}>
      <span><strong>{english ? line.nameEn : line.nameZh}</strong> <span className="k-quiet-text">{line.partNumber}</span></span>
      <span className="counter-sum"><Quantity thousandths={line.thousandths} unit={line.unit} />{isPriced(slip.kind) ? <> × {formatFen(line.unitPriceFen)}{line.priceRule === null ? null : <span className="k-quiet-text"> {t(`counter.rule.${line.priceRule}`)}</span>} = <Money fen={line.amountFen} strong /></> : null}</span>
      <div className="counter-states">
        {tags}{line.lots[0] === undefined || line.issued === line.thousandths ? null : <span className="k-quiet-text">{t('counter.where')} {t.list(line.lots.map(({ bin }) => bin).filter((bin, at, all) => all.indexOf(bin) === at))}</span>}
        {line.costFen === null || line.issued === 0 ? null : <span className="k-quiet-text">{t('counter.cost')} {formatFen(line.costFen)}</span>}
        {sells && line.short > 0 && !waits ? <><Button onPress={() => setAsking('ask')}>{t('counter.ask')}</Button><Button kind="quiet" onPress={() => setAsking('lose')}>{t('counter.lost-sale')}</Button></> : null}
      </div>
      {asking === 'ask' ? <AskForLine slip={slip} line={line} onClose={() => setAsking(null)} /> : null}
      {asking === 'lose' ? <LoseLine slip={slip} line={line} onClose={() => setAsking(null)} /> : null}
    </li>
  )
}

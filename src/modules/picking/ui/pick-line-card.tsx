import { Minus, Plus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { PayerTag, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { en as orderEn } from '../../repair-orders/texts/en.ts'
import { zh as orderZh } from '../../repair-orders/texts/zh-CN.ts'
import { issueParts, type PickLine } from '../contract.ts'
import { whyNotUnscanned } from '../domain/scanning.ts'
import { whyNotPick } from '../domain/why-not-pick.ts'
import { pickingPermissions } from '../permissions.ts'
import { availableOf, openOf, usePartName } from './open-of.ts'
import type { PickOrder } from './pick-sheet.tsx'
import type { Scanned } from './scan-box.tsx'
import { TakeBackMenu } from './take-back-menu.tsx'
import { pickingTexts } from './texts.ts'
import type { Picked } from './use-picks.ts'
import { WhyUnscanned } from './why-unscanned.tsx'

export type PickLineCardProps = {
  order: PickOrder
  line: PickLine
  picked: Picked
  onPut: (change: Partial<Picked>) => void
  /** The label that was scanned last, where it is this line's. */
  current: Scanned | null
  onIssued: () => void
}

/** One part: how much, where the oldest of it lies, and the button that hands it out. */
export function PickLineCard(props: PickLineCardProps) {
  const { order, line, picked: { scannedLotId }, current } = props
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const o = useTexts(orderZh, orderEn)
  const may = useMay()
  const card = useRef<HTMLLIElement>(null)
  const open = openOf(line)
  useEffect(() => { if (current !== null) card.current?.scrollIntoView({ block: 'nearest' }) }, [current])
  const numbers = (['wanted', 'issued', 'reserved', 'free'] as const).map((id) => ({ id, label: t(`picking.${id}`), value: <Quantity thousandths={line[id]} unit={line.unit} /> }))
  return (
    <li ref={card} className="pick-line k-panel" data-scanned={current === null ? undefined : ''}>
      <div className="pick-line-head">
        <div>
          <div className="k-row"><strong className="pick-number">{line.number}</strong>{line.insteadOf === null ? null : <span className="k-quiet-text">{t('picking.instead-of', { asked: line.insteadOf })}</span>}
            <PayerTag payer={line.payer} short={o(`repair-orders.payer-short.${line.payer}`)} full={o(`repair-orders.payer.${line.payer}`)} />
            {open === 0 ? <StatusTag tone="done" text={t('picking.line-done')} /> : null}
            {scannedLotId === null ? null : <StatusTag tone="info" text={t('picking.lot-scanned')} />}
          </div>
          <div>{usePartName()(line)}</div>
        </div>
        {may(pickingPermissions.takeBack) ? <TakeBackMenu order={order} line={line} /> : null}
      </div>
      <div className="pick-numbers"><Facts layout="columns" facts={numbers} /></div>
      {open === 0 ? null : <Lots line={line} scannedLotId={scannedLotId} />}
      {open > availableOf(line) ? <Notice tone="warn">{t('picking.short', { count: formatThousandths(open - availableOf(line)), unit: t.unit(line.unit) })}</Notice> : null}
      {open > 0 && may(pickingPermissions.issue) ? <IssueOne {...props} /> : null}
    </li>
  )
}

/** The oldest lot big: bin and day are what the hand looks for. */
function Lots({ line, scannedLotId }: { line: PickLine; scannedLotId: string | null }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const [oldest, ...others] = line.lots
  if (oldest === undefined) return <p className="k-quiet-text">{t('picking.no-lot')}</p>
  const here = (count: number) => t('picking.lot-here', { count: formatThousandths(count) })
  return (
    <div className="pick-lots">
      <div className="pick-oldest" data-scanned={oldest.lotId === scannedLotId ? '' : undefined}>
        <span className="pick-oldest-label">{t('picking.take-from')}</span>
        <span className="pick-bin" translate="no">{oldest.bin}</span>
        <span className="pick-day">{t('picking.received-on', { day: oldest.receivedOn })} · {here(oldest.here)}</span>
      </div>
      {others.length === 0 ? null : (
        <p className="pick-others">{t('picking.other-lots')} {others.map((lot) => `${lot.bin} ${lot.receivedOn} ${here(lot.here)}`).join(' · ')}</p>
      )}
    </div>
  )
}

const piece = 1_000

function IssueOne({ order, line, picked, onPut, onIssued }: PickLineCardProps) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const toast = useToast()
  const deed = useDeed(issueParts, ({ number }) => { onIssued(); toast({ text: t('picking.said-issued', { number }) }) })
  const { asked, scannedLotId, unscannedWhy } = picked
  const quantity = asked ?? 0
  const put = (thousandths: number | null) => onPut({ asked: thousandths })
  const whyNot = quantity === 0 ? t('picking.quantity-missing') : t.refusal(whyNotPick({ status: order.status, part: line.number, wanted: line.wanted, issued: line.issued, asked: quantity }) ?? whyNotUnscanned(order.scanning, line.number, picked))
  const issue = () => deed.run({ params: { orderId: order.orderId }, body: { lines: [{ lineId: line.lineId, thousandths: quantity, scannedLotId, unscannedWhy }] } })
  return (
    <form className="k-stack" onSubmit={(event) => { event.preventDefault(); if (whyNot === null) issue() }}>
      {order.scanning === 'required' && scannedLotId === null ? <WhyUnscanned label={t('picking.why-unscanned')} value={unscannedWhy} onChange={(why) => onPut({ unscannedWhy: why })} /> : null}
      <div className="pick-issue">
        <IconButton aria-label={`${t('picking.fewer')} ${line.number}`} icon={Minus} kind="plain" onPress={() => put(Math.max(0, quantity - piece))} />
        <QuantityField label={`${t('picking.quantity')} ${line.number}`} hideLabel value={asked} onChange={put} unit={line.unit} />
        <IconButton aria-label={`${t('picking.more')} ${line.number}`} icon={Plus} kind="plain" onPress={() => put(Math.min(openOf(line), quantity + piece))} />
        <Button submit busy={deed.busy} whyNot={whyNot}>{t('picking.issue')}</Button>
      </div>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </form>
  )
}

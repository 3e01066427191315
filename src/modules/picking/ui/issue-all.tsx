import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { issueParts, type PickLine } from '../contract.ts'
import { whyNotUnscanned } from '../domain/scanning.ts'
import { availableOf, openOf } from './open-of.ts'
import type { PickOrder } from './pick-sheet.tsx'
import { pickingTexts } from './texts.ts'
import type { Picked } from './use-picks.ts'
import { WhyUnscanned } from './why-unscanned.tsx'

type IssueAllProps = { order: PickOrder; pickedOf: (line: PickLine) => Picked; onPut: (lineId: string, change: Partial<Picked>) => void; onIssued: (lineIds: readonly string[]) => void }
type Leaving = { line: PickLine; thousandths: number; picked: Picked }

/** Every open line of which something is there, in one document: all of it or nothing. It asks first, for it is many parts at one touch. */
export function IssueAll(props: IssueAllProps) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const [asking, setAsking] = useState(false)
  const leaving = props.order.lines.flatMap((line): Leaving[] => {
    const picked = props.pickedOf(line)
    return openOf(line) === 0 || availableOf(line) === 0 || picked.asked === null || picked.asked === 0 ? [] : [{ line, thousandths: picked.asked, picked }]
  })
  return (
    <footer className="pick-foot">
      <Button kind="primary" wide whyNot={leaving.length === 0 ? t('picking.nothing-open') : null} onPress={() => setAsking(true)}>
        {leaving.length === 0 ? t('picking.issue-all') : t('picking.issue-all-count', { count: leaving.length })}
      </Button>
      {asking ? <AskAll {...props} leaving={leaving} onClose={() => setAsking(false)} /> : null}
    </footer>
  )
}

function AskAll({ order, leaving, onPut, onIssued, onClose }: IssueAllProps & { leaving: readonly Leaving[]; onClose: () => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const toast = useToast()
  const deed = useDeed(issueParts, ({ number }) => { onClose(); onIssued(leaving.map(({ line }) => line.lineId)); toast({ text: t('picking.said-issued', { number }) }) })
  const unscanned = leaving.filter(({ picked }) => picked.scannedLotId === null)
  const reasons = order.scanning === 'required'
  const whyNot = t.refusal(leaving.map(({ line, picked }) => whyNotUnscanned(order.scanning, line.number, picked)).find((refusal) => refusal !== null) ?? null)
  const counts = { count: leaving.length, unscanned: unscanned.length }
  const issue = () => deed.run({
    params: { orderId: order.orderId }, body: { lines: leaving.map(({ line, thousandths, picked: { scannedLotId, unscannedWhy } }) => ({ lineId: line.lineId, thousandths, scannedLotId, unscannedWhy })) },
  })
  return (
    <Dialog title={t('picking.ask-all')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) issue() }}
      footer={<><Button onPress={onClose}>{t('picking.go-on')}</Button><Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('picking.issue-all-count', { count: leaving.length })}</Button></>}>
      <div className="k-stack">
        {unscanned.length === 0 ? <p>{t('picking.ask-all-scanned', counts)}</p> : <Notice tone="warn">{t(reasons ? 'picking.ask-all-reasons' : 'picking.ask-all-unscanned', counts)}</Notice>}
        {reasons ? unscanned.map(({ line, picked }) => <WhyUnscanned key={line.lineId} label={t('picking.why-unscanned-of', { part: line.number })} value={picked.unscannedWhy} onChange={(unscannedWhy) => onPut(line.lineId, { unscannedWhy })} />) : null}
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { issueParts, type PickLine } from '../contract.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { availableOf, openOf } from './open-of.ts'
import type { PickOrder } from './pick-sheet.tsx'
import { pickingTexts } from './texts.ts'
import type { Picked } from './use-picks.ts'

type IssueAllProps = { order: PickOrder; pickedOf: (line: PickLine) => Picked; onPut: (lineId: string, change: Partial<Picked>) => void; onIssued: (lineIds: readonly string[]) => void }
type Going = { line: PickLine; thousandths: number; picked: Picked }

/** Every open line of which something is there, in one document: all of it or nothing. It asks first, for it is many parts at one touch. */
export function IssueAll(props: IssueAllProps) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const [asking, setAsking] = useState(false)
  const leaving = props.order.lines.flatMap((line): Going[] => {
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

function AskAll({ order, leaving, onPut, onIssued, onClose }: IssueAllProps & { leaving: readonly Going[]; onClose: () => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const toast = useToast()
  const deed = useDeed(issueParts, ({ number }) => { onClose(); onIssued(leaving.map(({ line }) => line.lineId)); toast({ text: t('picking.said-issued', { number }) }) })
  const issue = () => deed.run({
    params: { orderId: order.orderId }, body: { lines: leaving.map(({ line, thousandths, picked: { scannedLotId, unscannedWhy } }) => ({ lineId: line.lineId, thousandths, scannedLotId, unscannedWhy })) },
  })
  return (
    <LeaveDialog title={t('picking.ask-all')} confirmText={t('picking.issue-all-count', { count: leaving.length })} scanning={order.scanning} leaving={leaving.map(({ line: { lineId, number }, picked: { scannedLotId, unscannedWhy } }) => ({ lineId, number, scannedLotId, unscannedWhy }))}
      busy={deed.busy} error={deed.error} onWhy={(lineId, unscannedWhy) => onPut(lineId, { unscannedWhy })} onConfirm={issue} onClose={onClose} />
  )
}

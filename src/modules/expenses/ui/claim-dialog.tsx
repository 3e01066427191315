import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { claimAgain, claimExpense, listIous, type ClaimView } from '../contract.ts'
import { expenseTexts } from './texts.ts'
import { useKinds } from './use-kinds.ts'

/** What was spent, for what, and on which IOU; the receipts come with photos of the claim. */
export function ClaimDialog({ before, onClose }: { before: ClaimView | null; onClose: (id?: string) => void }) {
  const t = useTexts(expenseTexts.zh, expenseTexts.en)
  const toast = useToast()
  const today = useToday()
  const kinds = useKinds()
  const ious = (useReading(listIous, { query: { group: 'open', own: 'true', limit: 20 } }).data?.rows ?? []).filter(({ claimId }) => claimId === null || claimId === before?.id)
  const [wish, set] = useWish<{ kind: string; amountFen: number | null; spentOn: string; purpose: string; iouId: string }>({
    kind: before?.kind ?? '', amountFen: before?.amountFen ?? null, spentOn: before?.spentOn ?? today, purpose: before?.purpose ?? '', iouId: before?.iouId ?? '',
  })
  const first = useDeed(claimExpense, ({ id, number }) => { toast({ text: t('expenses.claimed', { number }) }); onClose(id) })
  const again = useDeed(claimAgain, () => { toast({ text: t('expenses.claimed-again') }); onClose() })
  const deed = before === null ? first : again
  const { kind, amountFen, spentOn, purpose, iouId } = wish
  const left = kind === '' || amountFen === null || amountFen <= 0 || spentOn === '' || purpose.trim() === ''
  const submit = () => {
    if (left) return
    const body = { kind, amountFen, spentOn, purpose, iouId: iouId === '' ? null : iouId }
    if (before === null) first.run({ body })
    else again.run({ params: { claimId: before.id }, body: { version: before.version, ...body } })
  }
  const title = t(before === null ? 'expenses.claim' : 'expenses.again')
  return (
    <Dialog title={title} size="small" onClose={() => onClose()} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={left ? t('expenses.fill-in') : null}>{title}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('expenses.kind')} name="kind" required value={kind} onChange={set('kind')} choices={[{ value: '', text: '—' }, ...kinds.choices]} />
        <div className="ex-fields">
          <MoneyField label={t('expenses.amount')} name="amount" required value={amountFen} onChange={set('amountFen')} />
          <DateTimeField kind="date" label={t('expenses.spent-on')} name="spent-on" required value={spentOn} max={today} onChange={set('spentOn')} />
        </div>
        <TextField label={t('expenses.purpose')} name="purpose" required value={purpose} onChange={set('purpose')} maxLength={300} />
        {ious.length === 0 ? null : (
          <SelectField label={t('expenses.iou')} name="iou" value={iouId} onChange={set('iouId')} choices={[{ value: '', text: t('expenses.no-iou') }, ...ious.map((iou) => ({ value: iou.id, text: `${iou.number} · ${formatFen(iou.amountFen)} · ${iou.purpose}` }))]} />
        )}
      </div>
    </Dialog>
  )
}

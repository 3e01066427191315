import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ColumnChart } from '../../../ui-kit/charts.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { Quantity } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { planPart, type PlanDetail, type PlanLine } from '../contract.ts'
import { whyNotPlan } from '../domain/plan.ts'
import { partsPlanTexts } from './texts.ts'

type Props = { plan: PlanDetail; /** Null: the plan does not have the part yet. */ line: PlanLine | null; added?: { partId: string; name: string }; editable: boolean; onClose: () => void }

/** Where a number comes from, and in a draft what is planned instead. */
export function LineDialog({ plan, line, added, editable, onClose }: Props) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [planned, setPlanned] = useState(line?.plannedThousandths ?? null)
  const [reason, setReason] = useState(line?.reason ?? '')
  const deed = useDeed(planPart, () => { toast({ text: t('parts-plan.saved') }); onClose() })
  const partId = line?.partId ?? added?.partId ?? ''
  const refusal = planned === null ? t('parts-plan.fill-in') : line === null ? null : t.refusal(whyNotPlan({ pack: line.packThousandths, proposed: plan.kind === 'desk' ? planned : line.proposedThousandths, planned, reason: reason.trim() }))
  const title = line === null ? added?.name ?? '' : `${english ? line.nameEn : line.nameZh} ${line.partNumber}`
  return (
    <Dialog title={title} size={line === null ? 'small' : 'wide'} onClose={onClose} onSubmit={() => { if (refusal === null && planned !== null && editable) deed.run({ params: { planId: plan.id, partId }, body: { version: line?.version ?? 0, plannedThousandths: planned, reason } }) }}
      footer={editable ? <Button kind="primary" submit busy={deed.busy} whyNot={refusal}>{t('parts-plan.save')}</Button> : <Button onPress={onClose}>{t('parts-plan.plans')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {line === null ? null : <Origin line={line} />}
        {editable ? (
          <>
            <QuantityField label={t('parts-plan.plan-quantity')} name="planned" required value={planned} onChange={setPlanned} unit={line?.unit} {...(line === null ? {} : { hint: t('parts-plan.pack-of', { pack: formatThousandths(line.packThousandths), unit: line.unit }) })} />
            <TextField label={t('parts-plan.reason')} name="reason" value={reason} onChange={setReason} maxLength={200} hint={t('parts-plan.reason-why')} />
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

function Origin({ line }: { line: PlanLine }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const quantity = (id: string, text: Parameters<typeof t>[0], thousandths: number | null) => ({ id, label: t(text), value: thousandths === null ? '—' : <Quantity thousandths={thousandths} unit={line.unit} /> })
  const method = line.method === '' ? t('parts-plan.by-hand') : t(`parts-plan.method.${line.method as 'ses'}`)
  return (
    <>
      <ColumnChart label={t('parts-plan.demand')} tableTitle={t('parts-plan.periods-table')} groupTitle={t('parts-plan.period')} show={(value) => (value === null ? '—' : formatThousandths(value))}
        points={line.demand.map((value, index) => ({ key: String(index), label: index === line.demand.length - 1 ? t('parts-plan.period-now') : t('parts-plan.period-ago', { count: line.demand.length - 1 - index }), value }))} />
      <Facts layout="columns" facts={[
        quantity('jobs', 'parts-plan.from-jobs', line.jobsThousandths), quantity('counter', 'parts-plan.from-counter', line.counterThousandths), quantity('lost', 'parts-plan.lost', line.lostThousandths), quantity('lost-other', 'parts-plan.lost-other', line.lostOtherThousandths),
        quantity('emergency', 'parts-plan.emergency', line.emergencyThousandths), quantity('on-hand', 'parts-plan.on-hand', line.onHandThousandths), quantity('reserved', 'parts-plan.reserved', line.reservedThousandths), quantity('on-order', 'parts-plan.on-order', line.onOrderThousandths),
        quantity('pending', 'parts-plan.pending', line.pendingThousandths), quantity('last', 'parts-plan.last', line.lastThousandths), quantity('level', 'parts-plan.level', line.levelThousandths), quantity('proposed', 'parts-plan.proposed', line.proposedThousandths),
        quantity('planned', 'parts-plan.planned', line.plannedThousandths), { id: 'method', label: t('parts-plan.method'), value: method }, ...(line.changedByName === null ? [] : [{ id: 'by', label: t('parts-plan.changed-by'), value: line.changedByName }]),
        ...(line.reason === '' ? [] : [{ id: 'reason', label: t('parts-plan.reason'), value: line.reason, wide: true }]),
      ]} />
      {line.lostOtherThousandths > 0 ? <p className="k-quiet-text">{t('parts-plan.lost-other-note')}</p> : null}
    </>
  )
}

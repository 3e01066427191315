import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { proposePlan } from '../contract.ts'
import { monthAfter, planKinds, whyNotKind, type PlanKind } from '../domain/plan.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { partsPlanTexts } from './texts.ts'

/** Which month and from whom; next month unless told. */
export function ProposeDialog({ thisMonth, onClose }: { thisMonth: string; onClose: (planId?: string) => void }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const toast = useToast()
  const plansStock = useMay()(partsPlanPermissions.planStock)
  const kinds = planKinds.filter((one) => whyNotKind(one, plansStock) === null)
  const [month, setMonth] = useState(monthAfter(thisMonth))
  const [kind, setKind] = useState<PlanKind>(kinds[0] ?? 'desk')
  const deed = useDeed(proposePlan, ({ id, number, lines }) => { toast({ text: t('parts-plan.proposed-toast', { number, lines }) }); onClose(id) })
  return (
    <Dialog title={t('parts-plan.propose')} size="small" onClose={() => onClose()} onSubmit={() => deed.run({ body: { month, kind } })} footer={<Button kind="primary" submit busy={deed.busy}>{t('parts-plan.propose')}</Button>}>
      <div className="k-stack">
        <LoadBar busy={deed.busy} />
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('parts-plan.month')} name="month" required value={month} onChange={setMonth} choices={[0, 1, 2, 3].map((ahead) => monthAfter(thisMonth, ahead)).map((value) => ({ value, text: value }))} />
        <SelectField label={t('parts-plan.plan-kind')} name="kind" required value={kind} onChange={setKind} choices={kinds.map((value) => ({ value, text: t(`parts-plan.kind.${value}`) }))} />
        <p className="k-quiet-text">{deed.busy ? t('parts-plan.propose-wait') : t('parts-plan.propose-note')}</p>
      </div>
    </Dialog>
  )
}

import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listKinds, listSuppliers } from '../../parts-orders/contract.ts'
import { drawOrder, type PlanDetail } from '../contract.ts'
import { partsPlanTexts } from './texts.ts'

/** From whom and by which kind of order: an M order from the maker's plan, an outside one from the other. */
export function DrawDialog({ plan, partIds, onClose }: { plan: PlanDetail; partIds: string[]; onClose: (orderId?: string) => void }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const outside = plan.kind === 'outside'
  const suppliers = (useReading(listSuppliers, {}).data?.rows ?? []).filter(({ active, kind }) => active && (plan.kind === 'desk' || (kind === 'outside') === outside))
  const kinds = (useReading(listKinds, {}).data?.rows ?? []).filter(({ active, needsJob, source }) => active && !needsJob && (plan.kind === 'desk' || (source === 'outside') === outside))
  const [supplier, setSupplier] = useState<string | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [chosenSupplier, chosenKind] = [supplier ?? suppliers[0]?.id ?? null, kind ?? kinds[0]?.code ?? null]
  const deed = useDeed(drawOrder, ({ id, number }) => { toast({ text: t('parts-plan.drawn-toast', { number }) }); onClose(id) })
  return (
    <Dialog title={t('parts-plan.draw-chosen', { count: partIds.length })} size="small" onClose={() => onClose()}
      onSubmit={() => { if (chosenSupplier !== null && chosenKind !== null) deed.run({ params: { planId: plan.id }, body: { version: plan.version, supplierId: chosenSupplier, kind: chosenKind, partIds } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={chosenSupplier === null || chosenKind === null ? t('parts-plan.fill-in') : null}>{t('parts-plan.draw')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('parts-plan.supplier')} name="supplier" required value={chosenSupplier} onChange={setSupplier} choices={suppliers.map(({ id, name }) => ({ value: id, text: name }))} />
        <SelectField label={t('parts-plan.order-kind')} name="kind" required value={chosenKind} onChange={setKind} choices={kinds.map(({ code, nameZh, nameEn }) => ({ value: code, text: `${code} ${english ? nameEn : nameZh}` }))} />
        <p className="k-quiet-text">{t('parts-plan.draw-note')}</p>
      </div>
    </Dialog>
  )
}

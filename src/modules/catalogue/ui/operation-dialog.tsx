import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addOperation, changeOperation, listModels, type OperationRow } from '../contract.ts'
import { repairKinds, trades, type RepairKind, type Trade } from '../domain/kinds.ts'
import { catalogueTexts } from './texts.ts'
import { useOwnName } from './use-own-name.ts'
import { useWish } from '../../../platform/web/use-wish.ts'

const emptyOperation = { code: '', nameZh: '', nameEn: '', trade: 'mechanical' as Trade, standardHoursThousandths: null, modelId: null, repairKind: 'minor' as RepairKind, active: true }

export function OperationDialog({ operation, onClose }: { operation: OperationRow | null; onClose: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const toast = useToast()
  const from = operation ?? emptyOperation
  const [wish, set] = useWish({
    code: from.code, nameZh: from.nameZh, nameEn: from.nameEn, trade: from.trade, hours: from.standardHoursThousandths, modelId: from.modelId ?? 'all', repairKind: from.repairKind, active: from.active,
  })
  const [tried, setTried] = useState(false)
  const models = useReading(listModels, { query: { limit: 200 } })
  const saved = () => { toast({ text: t('catalogue.saved') }); onClose() }
  const [add, change] = [useDeed(addOperation, saved), useDeed(changeOperation, saved)]
  const { busy, error } = operation === null ? add : change
  const missing = (text: string) => (tried && text.trim() === '' ? t('catalogue.required') : null)
  const submit = () => {
    setTried(true)
    const { code, nameZh, nameEn, trade, hours, modelId, repairKind, active } = wish
    if (hours === null || [code, nameZh, nameEn].some((text) => text.trim() === '')) return
    const body = { nameZh, nameEn, trade, standardHoursThousandths: hours, modelId: modelId === 'all' ? null : modelId, repairKind }
    if (operation === null) add.run({ body: { ...body, code } })
    else change.run({ params: { operationId: operation.id }, body: { ...body, version: operation.version, active } })
  }
  return (
    <Dialog title={operation === null ? t('catalogue.add-operation') : `${t('catalogue.edit-operation')} · ${operation.code}`} onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={busy}>{operation === null ? t('catalogue.add-operation') : t('catalogue.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <div className="k-form">
          {operation === null ? <TextField label={t('catalogue.code')} value={wish.code} onChange={set('code')} required autoFocus maxLength={30} error={missing(wish.code)} /> : null}
          <TextField label={t('catalogue.name-zh')} value={wish.nameZh} onChange={set('nameZh')} required maxLength={100} error={missing(wish.nameZh)} />
          <TextField label={t('catalogue.name-en')} value={wish.nameEn} onChange={set('nameEn')} required maxLength={120} error={missing(wish.nameEn)} />
          <QuantityField label={t('catalogue.hours')} value={wish.hours} onChange={set('hours')} unit={t('catalogue.hour-unit')} required error={tried && wish.hours === null ? t('catalogue.required') : null} />
          <SelectField label={t('catalogue.trade')} value={wish.trade} onChange={set('trade')} choices={trades.map((value) => ({ value, text: t(`catalogue.trade.${value}`) }))} />
          <SelectField label={t('catalogue.repair-kind')} value={wish.repairKind} onChange={set('repairKind')} choices={repairKinds.map((value) => ({ value, text: t(`catalogue.repair-kind.${value}`) }))} />
          <SelectField<string> label={t('catalogue.model')} value={wish.modelId} onChange={set('modelId')}
            choices={[{ value: 'all', text: t('catalogue.all-models') }, ...(models.data?.rows ?? []).map((model) => ({ value: model.id, text: own(model) }))]} />
          {operation === null ? null : <CheckField label={t('catalogue.active')} checked={wish.active} onChange={set('active')} />}
        </div>
      </div>
    </Dialog>
  )
}

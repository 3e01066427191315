import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useKey } from '../../../platform/web/use-key.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { payers, type Payer } from '../../catalogue/domain/payers.ts'
import { addPackage, seePackages, type OrderView } from '../contract.ts'
import { repairOrderTexts } from './texts.ts'

/** The maintenance that is due for this car, added with one key; below it any other package. */
export function AddPackage({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [payer, setPayer] = useState<Payer>('customer')
  const known = useReading(seePackages, { params: { orderId: order.id } })
  const deed = useDeed(addPackage, () => toast({ text: t('repair-orders.package-added') }))
  const add = (packageId: string) => { if (!deed.busy) deed.run({ params: { orderId: order.id }, body: { version: order.version, packageId, payer } }) }
  const { rows = [], step = null, last = null } = known.data ?? {}
  const offered = step === null ? undefined : rows.find(({ id }) => id === step.packageId)
  const within = new Set(order.lines.flatMap(({ code, insteadOf }) => [code, insteadOf]))
  const added = offered?.lines.every(({ code }) => within.has(code)) === true
  useKey('m', () => { if (offered !== undefined && !added) add(offered.id) })
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => (english ? nameEn : nameZh)
  const find = async (query: string): Promise<TypeaheadOption[]> => rows.filter(({ code, nameZh, nameEn }) => `${code} ${nameZh} ${nameEn}`.toLowerCase().includes(query.toLowerCase()))
    .map((row) => ({ id: row.id, primary: nameOf(row), secondary: row.code, trailing: row.priceFen === null ? undefined : formatFen(row.priceFen) }))
  if (known.data === undefined || rows.length === 0) return null
  return (
    <div className="add-package">
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {offered === undefined || step === null ? null : (
        <div className="add-package-offer">
          <StatusTag tone={step.due ? 'warn' : 'neutral'} text={t(step.due ? 'repair-orders.menu-step-due' : 'repair-orders.menu-step-next', { km: step.km.toLocaleString('en'), months: step.months })} />
          <span className="add-package-name"><strong>{nameOf(offered)}</strong> <span className="k-quiet-text">{last === null ? t('repair-orders.menu-unknown') : t('repair-orders.menu-last', { day: last.day, km: last.km.toLocaleString('en') })}</span></span>
          {added ? <StatusTag tone="done" text={t('repair-orders.menu-added')} /> : <Button keyCap="M" busy={deed.busy} onPress={() => add(offered.id)}>{t('repair-orders.menu-add')}</Button>}
        </div>
      )}
      <div className="add-line-fields">
        <Typeahead label={t('repair-orders.add-package')} search={find} placeholder={t('repair-orders.find-package')} onPick={({ id }) => add(id)} minimumLength={0} />
        <SelectField label={t('repair-orders.payer')} value={payer} onChange={setPayer} choices={payers.map((value) => ({ value, text: t(`repair-orders.payer.${value}`) }))} />
      </div>
    </div>
  )
}

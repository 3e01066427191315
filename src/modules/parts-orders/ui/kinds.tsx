import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { sources } from '../../purchasing/domain/request.ts'
import { listKinds, setKind, type Kind } from '../contract.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { partsOrderTexts } from './texts.ts'

const fresh: Kind = { code: '', nameZh: '', nameEn: '', source: 'm-order', calendarBound: false, pricePercent: 100, promisedDays: 5, needsJob: false, depositPercent: 0, active: true, version: 0 }

/** The letters of the job manual as the store means them, and its own kinds. */
export function Kinds() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const kinds = useReading(listKinds, {}).data?.rows ?? []
  const [edited, setEdited] = useState<Kind | null>(null)
  const yes = (is: boolean) => t(is ? 'parts-orders.yes' : 'parts-orders.no')
  const mayKeep = may(partsOrderPermissions.keepKinds)
  return (
    <div className="k-stack">
      {mayKeep ? <div className="k-row"><Button onPress={() => setEdited(fresh)}>{t('parts-orders.add')}</Button></div> : null}
      <DataTable label={t('parts-orders.kinds')} rows={kinds} rowKey={({ code }) => code} minimumWidth={760} empty={<EmptyState>{t('parts-orders.none')}</EmptyState>} {...(mayKeep ? { onOpen: setEdited } : {})} columns={[
        { id: 'code', header: t('parts-orders.code'), width: 70, cell: ({ code }) => <strong>{code}</strong> },
        { id: 'name', header: t('parts-orders.name'), cell: ({ nameZh, nameEn }) => (english ? nameEn : nameZh) },
        { id: 'source', header: t('parts-orders.source'), width: 100, cell: ({ source }) => t(`purchasing.source.${source}`) },
        { id: 'calendar', header: t('parts-orders.calendar-bound'), width: 120, cell: ({ calendarBound }) => yes(calendarBound) },
        { id: 'price', header: t('parts-orders.price-percent'), width: 110, align: 'end', cell: ({ pricePercent }) => pricePercent },
        { id: 'days', header: t('parts-orders.promised-days'), width: 100, align: 'end', cell: ({ promisedDays }) => promisedDays },
        { id: 'job', header: t('parts-orders.needs-job-short'), width: 150, cell: ({ needsJob, depositPercent }) => (needsJob && depositPercent > 0 ? `${yes(needsJob)} · ${String(depositPercent)}%` : yes(needsJob)) },
        { id: 'active', header: t('parts-orders.active'), width: 80, cell: ({ active }) => yes(active) },
      ]} />
      {edited === null ? null : <KindDialog kind={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function KindDialog({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toast = useToast()
  const [now, setNow] = useState(kind)
  const deed = useDeed(setKind, () => { onClose(); toast({ text: t('parts-orders.saved') }) })
  const put = (part: Partial<Kind>) => setNow({ ...now, ...part })
  const missing = !/^[A-Z0-9]{1,10}$/.test(now.code) || now.nameZh.trim() === '' || now.nameEn.trim() === ''
  const { code, ...body } = now
  return (
    <Dialog title={t('parts-orders.kind')} onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { code }, body }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('parts-orders.fill-in') : null}>{t('parts-orders.save')}</Button>}>
      <div className="k-form">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {kind.code === '' ? <TextField label={t('parts-orders.code')} name="code" required value={now.code} onChange={(typed) => put({ code: typed.toUpperCase() })} maxLength={10} /> : null}
        <TextField label={t('parts-orders.name-zh')} name="nameZh" required value={now.nameZh} onChange={(nameZh) => put({ nameZh })} maxLength={30} />
        <TextField label={t('parts-orders.name-en')} name="nameEn" required value={now.nameEn} onChange={(nameEn) => put({ nameEn })} maxLength={30} />
        <SelectField label={t('parts-orders.source')} name="source" value={now.source} onChange={(source) => put({ source })} choices={sources.map((value) => ({ value, text: t(`purchasing.source.${value}`) }))} />
        <NumberField label={t('parts-orders.price-percent')} name="price" value={now.pricePercent} onChange={(pricePercent) => put({ pricePercent: pricePercent ?? 100 })} unit="%" />
        <NumberField label={t('parts-orders.promised-days')} name="days" value={now.promisedDays} onChange={(promisedDays) => put({ promisedDays: promisedDays ?? 0 })} />
        <CheckField label={t('parts-orders.calendar-bound')} checked={now.calendarBound} onChange={(calendarBound) => put({ calendarBound })} />
        <CheckField label={t('parts-orders.needs-job')} checked={now.needsJob} onChange={(needsJob) => put({ needsJob })} />
        {now.needsJob ? <NumberField label={t('parts-orders.deposit-percent')} name="deposit" value={now.depositPercent} onChange={(depositPercent) => put({ depositPercent: depositPercent ?? 0 })} unit="%" /> : null}
        <CheckField label={t('parts-orders.active')} checked={now.active} onChange={(active) => put({ active })} />
      </div>
    </Dialog>
  )
}

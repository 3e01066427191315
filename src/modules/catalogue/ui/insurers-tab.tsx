import { useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addInsurer, changeInsurer, listInsurers, type InsurerRow } from '../contract.ts'
import { cataloguePermissions } from '../permissions.ts'
import { catalogueTexts } from './texts.ts'
import { useWish } from '../../../platform/web/use-wish.ts'

export function InsurersTab({ adding, onAdded }: { adding: boolean; onAdded: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const may = useMay()(cataloguePermissions.maintainInsurers)
  const [editing, setEditing] = useState<InsurerRow | null>(null)
  const insurers = usePages(listInsurers, { state: 'all', limit: 200 })
  return (
    <div className="k-panel catalogue-only">
      <DataTable<InsurerRow> label={t('catalogue.insurers')} rows={insurers.rows} rowKey={({ id }) => id} state={insurers.state} minimumWidth={640} onOpen={may ? setEditing : undefined}
        empty={<EmptyState>{t('catalogue.no-insurers')}</EmptyState>}
        columns={[
          { id: 'name', header: t('catalogue.insurer-name'), width: 150, cell: (row) => <>{row.name}{row.active ? null : <> <StatusTag tone="neutral" text={t('catalogue.inactive')} /></>}</> },
          { id: 'full', header: t('catalogue.full-name'), cell: (row) => row.fullName },
          { id: 'tax', header: t('catalogue.tax-number'), width: 190, cell: (row) => row.taxNumber },
          { id: 'phone', header: t('catalogue.phone'), width: 130, cell: (row) => row.phone },
        ]} />
      {adding || editing !== null ? <InsurerDialog insurer={adding ? null : editing} onClose={() => { setEditing(null); onAdded() }} /> : null}
    </div>
  )
}

const emptyInsurer = { name: '', fullName: '', taxNumber: '', bankAccount: '', phone: '', note: '', active: true }

function InsurerDialog({ insurer, onClose }: { insurer: InsurerRow | null; onClose: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const toast = useToast()
  const [wish, set] = useWish({ ...emptyInsurer, ...insurer })
  const [tried, setTried] = useState(false)
  const saved = () => { toast({ text: t('catalogue.saved') }); onClose() }
  const [add, change] = [useDeed(addInsurer, saved), useDeed(changeInsurer, saved)]
  const { busy, error } = insurer === null ? add : change
  const submit = () => {
    setTried(true)
    const { name, fullName, taxNumber, bankAccount, phone, note, active } = wish
    if (name.trim() === '') return
    const body = { name, fullName, taxNumber, bankAccount, phone, note }
    if (insurer === null) add.run({ body })
    else change.run({ params: { insurerId: insurer.id }, body: { ...body, version: insurer.version, active } })
  }
  return (
    <Dialog title={insurer === null ? t('catalogue.add-insurer') : t('catalogue.edit-insurer')} onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={busy}>{insurer === null ? t('catalogue.add-insurer') : t('catalogue.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <div className="k-form">
          <TextField label={t('catalogue.insurer-name')} value={wish.name} onChange={set('name')} required autoFocus maxLength={60} error={tried && wish.name.trim() === '' ? t('catalogue.required') : null} />
          <TextField label={t('catalogue.phone')} value={wish.phone} onChange={set('phone')} type="tel" maxLength={30} />
          <div className="k-form-whole"><TextField label={t('catalogue.full-name')} value={wish.fullName} onChange={set('fullName')} maxLength={100} /></div>
          <TextField label={t('catalogue.tax-number')} value={wish.taxNumber} onChange={set('taxNumber')} maxLength={30} />
          <TextField label={t('catalogue.bank-account')} value={wish.bankAccount} onChange={set('bankAccount')} maxLength={100} />
          <div className="k-form-whole"><TextAreaField label={t('catalogue.note')} value={wish.note} onChange={set('note')} rows={2} maxLength={500} /></div>
          {insurer === null ? null : <CheckField label={t('catalogue.active')} checked={wish.active} onChange={set('active')} />}
        </div>
      </div>
    </Dialog>
  )
}

import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addModel, changeModel, listModels, type ModelRow } from '../contract.ts'
import { energies, type Energy } from '../domain/kinds.ts'
import { cataloguePermissions } from '../permissions.ts'
import { catalogueTexts } from './texts.ts'
import { useOwnName } from './use-own-name.ts'
import { useWish } from '../../../platform/web/use-wish.ts'

export function ModelsTab({ adding, onAdded }: { adding: boolean; onAdded: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const language = useLanguage()
  const may = useMay()(cataloguePermissions.maintainModels)
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<ModelRow | null>(null)
  const find = useDeferredValue(typed.trim())
  const models = usePages(listModels, { ...(find === '' ? {} : { find }), state: 'all', limit: 200 })
  return (
    <div className="catalogue-page">
      <div className="catalogue-filter" role="search">
        <TextField label={t('catalogue.find-models')} hideLabel type="search" value={typed} onChange={setTyped} placeholder={t('catalogue.find-models')} maxLength={60} trailing={<Search size={14} aria-hidden />} />
      </div>
      <div className="k-panel catalogue-only">
        <DataTable<ModelRow> fill label={t('catalogue.models')} rows={models.rows} rowKey={({ id }) => id} state={models.state} minimumWidth={480} onOpen={may ? setEditing : undefined}
          empty={<EmptyState>{find === '' ? t('catalogue.no-models') : t('catalogue.nothing-found', { find })}</EmptyState>}
          columns={[
            { id: 'code', header: t('catalogue.code'), width: 110, cell: (row) => row.code },
            { id: 'make', header: t('catalogue.make'), width: 120, cell: (row) => (language === 'en' ? row.makeEn : row.makeZh) },
            { id: 'name', header: t('catalogue.name'), cell: (row) => <>{own(row)}{row.active ? null : <> <StatusTag tone="neutral" text={t('catalogue.inactive')} /></>}</> },
            { id: 'energy', header: t('catalogue.energy'), width: 100, cell: (row) => t(`catalogue.energy.${row.energy}`) },
          ]} />
      </div>
      {adding || editing !== null ? <ModelDialog model={adding ? null : editing} onClose={() => { setEditing(null); onAdded() }} /> : null}
    </div>
  )
}

const emptyModel = { code: '', nameZh: '', nameEn: '', makeZh: '', makeEn: '', energy: 'petrol' as Energy, active: true }

function ModelDialog({ model, onClose }: { model: ModelRow | null; onClose: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const toast = useToast()
  const [wish, set] = useWish({ ...emptyModel, ...model })
  const [tried, setTried] = useState(false)
  const saved = () => { toast({ text: t('catalogue.saved') }); onClose() }
  const [add, change] = [useDeed(addModel, saved), useDeed(changeModel, saved)]
  const { busy, error } = model === null ? add : change
  const missing = (text: string) => (tried && text.trim() === '' ? t('catalogue.required') : null)
  const submit = () => {
    setTried(true)
    const { code, nameZh, nameEn, makeZh, makeEn, energy, active } = wish
    if ([code, nameZh, nameEn, makeZh, makeEn].some((text) => text.trim() === '')) return
    if (model === null) add.run({ body: { code, nameZh, nameEn, makeZh, makeEn, energy } })
    else change.run({ params: { modelId: model.id }, body: { version: model.version, nameZh, nameEn, makeZh, makeEn, energy, active } })
  }
  return (
    <Dialog title={model === null ? t('catalogue.add-model') : `${t('catalogue.edit-model')} · ${model.code}`} onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={busy}>{model === null ? t('catalogue.add-model') : t('catalogue.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <div className="k-form">
          {model === null ? <div className="k-form-whole"><TextField label={t('catalogue.code')} value={wish.code} onChange={set('code')} required autoFocus maxLength={30} error={missing(wish.code)} /></div> : null}
          <TextField label={t('catalogue.make-zh')} value={wish.makeZh} onChange={set('makeZh')} required maxLength={40} error={missing(wish.makeZh)} />
          <TextField label={t('catalogue.make-en')} value={wish.makeEn} onChange={set('makeEn')} required maxLength={40} error={missing(wish.makeEn)} />
          <TextField label={t('catalogue.name-zh')} value={wish.nameZh} onChange={set('nameZh')} required maxLength={60} error={missing(wish.nameZh)} />
          <TextField label={t('catalogue.name-en')} value={wish.nameEn} onChange={set('nameEn')} required maxLength={60} error={missing(wish.nameEn)} />
          <div className="k-form-whole">
            <ChoiceField label={t('catalogue.energy')} value={wish.energy} onChange={set('energy')} wide choices={energies.map((value) => ({ value, text: t(`catalogue.energy.${value}`) }))} />
          </div>
          {model === null ? null : <CheckField label={t('catalogue.active')} checked={wish.active} onChange={set('active')} />}
        </div>
      </div>
    </Dialog>
  )
}

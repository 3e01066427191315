import { useState } from 'react'
import { useDeed, useReading, useUpload } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listModels } from '../../catalogue/contract.ts'
import { addDocument, addDocumentFile } from '../contract.ts'
import { documentKinds, whyNotKeep, type TechnicalKind } from '../domain/document.ts'
import { documentTexts } from './texts.ts'

const forms = ['note', 'link', 'file'] as const
type Form = (typeof forms)[number]
const allModels = 'all'

export function AddDocument({ onClose }: { onClose: () => void }) {
  const t = useTexts(documentTexts.zh, documentTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const models = useReading(listModels, { query: { limit: 200 } })
  const [wish, set] = useWish<{ title: string; kind: TechnicalKind; model: string; codeBegins: string; form: Form; note: string; link: string }>({ title: '', kind: 'manual', model: allModels, codeBegins: '', form: 'note', note: '', link: '' })
  const [file, setFile] = useState<File | null>(null)
  const said = () => { onClose(); toast({ text: t('technical-documents.saved') }) }
  const [writing, sending] = [useDeed(addDocument, said), useUpload(addDocumentFile, said)]
  const { title, kind, codeBegins, form } = wish
  const modelId = wish.model === allModels ? null : wish.model
  const [note, link] = [form === 'note' ? wish.note : '', form === 'link' ? wish.link : '']
  const whyNot = title.trim() === '' || (form === 'file' && file === null) ? t('technical-documents.fill-in') : form === 'file' ? null : t.refusal(whyNotKeep({ note, link }))
  const save = () => {
    if (whyNot !== null) return
    if (form === 'file' && file !== null) sending.run({ parts: { query: { title, kind, codeBegins, ...(modelId === null ? {} : { modelId }) } }, file })
    else writing.run({ body: { title, kind, modelId, codeBegins, note, link } })
  }
  const error = writing.error ?? sending.error
  return (
    <Dialog title={t('technical-documents.add')} size="small" onClose={onClose} onSubmit={save} footer={<Button kind="primary" submit busy={writing.busy || sending.busy} whyNot={whyNot}>{t('technical-documents.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <TextField label={t('technical-documents.name')} name="title" value={title} onChange={set('title')} maxLength={100} required />
        <SelectField label={t('technical-documents.kind')} name="kind" value={kind} onChange={set('kind')} choices={documentKinds.map((value) => ({ value, text: t(`technical-documents.kind.${value}`) }))} />
        <SelectField label={t('technical-documents.model')} name="model" value={wish.model} onChange={set('model')}
          choices={[{ value: allModels, text: t('technical-documents.all-models') }, ...(models.data?.rows ?? []).map(({ id, nameZh, nameEn }) => ({ value: id, text: english ? nameEn : nameZh }))]} />
        <TextField label={t('technical-documents.code')} name="code" value={codeBegins} onChange={(code) => set('codeBegins')(code.toUpperCase())} maxLength={30} hint={t('technical-documents.code-hint')} />
        <ChoiceField label={t('technical-documents.form')} value={form} onChange={set('form')} choices={forms.map((value) => ({ value, text: t(`technical-documents.form.${value}`) }))} wide />
        {form === 'note' ? <TextAreaField label={t('technical-documents.note')} name="note" rows={5} value={wish.note} onChange={set('note')} maxLength={4_000} required /> : null}
        {form === 'link' ? <TextField label={t('technical-documents.link')} name="link" value={wish.link} onChange={set('link')} maxLength={500} required /> : null}
        {form === 'file' ? <label className="document-card"><span>{t('technical-documents.file')}</span><input type="file" accept="application/pdf,.pdf" onChange={(event) => setFile(event.target.files?.[0] ?? null)} /></label> : null}
        {whyNot === null ? null : <p className="k-quiet-text" role="status">{whyNot}</p>}
      </div>
    </Dialog>
  )
}
